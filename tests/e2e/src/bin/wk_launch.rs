//! WebKitGTK for WebKitWebDriver, with a profile that stays and downloads that arrive: its own MiniBrowser has neither.
//!
//! The libraries are opened when it runs, so that building the workspace needs neither them nor their headers. The
//! environment names the profile (`E2E_WK_PROFILE`), the folder for downloads (`E2E_WK_DOWNLOADS`), a file that says
//! `dark` or `light` (`E2E_WK_COLOUR_SCHEME`), and how pages' storage is treated (`E2E_WK_STORAGE`).
#![allow(unsafe_code, reason = "GTK and WebKitGTK are C libraries; this program does nothing but call them")]

use std::{
    env,
    ffi::{CStr, CString, OsStr, c_char, c_int, c_uint, c_void},
    fs,
    io::{Error, Result},
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    process::abort,
    ptr::null_mut,
    sync::atomic::{AtomicBool, AtomicPtr, Ordering},
};

type Pointer = *mut c_void;

const RTLD_NOW: c_int = 2;
const TRUE: c_int = 1;
const FALSE: c_int = 0;
const TOPLEVEL: c_int = 0;
const BETWEEN_LOOKS_MS: c_uint = 50;

/// The one context of all windows. The callbacks of GTK all run on the main thread.
static CONTEXT: AtomicPtr<c_void> = AtomicPtr::new(null_mut());

/// Whether the desktop is dark now.
static DARK: AtomicBool = AtomicBool::new(false);

unsafe extern "C" {
    fn dlopen(file: *const c_char, mode: c_int) -> Pointer;
    fn dlsym(library: Pointer, name: *const c_char) -> Pointer;
}

/// The address of a C function. Without it there is nothing to go on with, and no caller that could be told.
fn symbol(name: &CStr) -> Pointer {
    for library in [c"libwebkit2gtk-4.1.so.0", c"libgtk-3.so.0", c"libgobject-2.0.so.0", c"libglib-2.0.so.0"] {
        // SAFETY: both names are C strings that outlive the calls; these libraries are never unloaded.
        let found = unsafe { dlsym(dlopen(library.as_ptr(), RTLD_NOW), name.as_ptr()) };
        if !found.is_null() {
            return found;
        }
    }
    eprintln!("WebKitGTK 4.1 has no {name:?}, or is not installed");
    abort()
}

/// Calls the C function `$name`; the types are those of its header, `variadic` for those that end in `...`.
macro_rules! call {
    ($name:literal ($($argument:expr => $type:ty),* $(,)?) $(-> $result:ty)?) => {{
        let function: unsafe extern "C" fn($($type),*) $(-> $result)? = std::mem::transmute(symbol($name));
        function($($argument),*)
    }};
    (variadic $name:literal ($first:expr => $type:ty, $second:expr => $second_type:ty; $($more:expr),*) -> $result:ty) => {{
        let function: unsafe extern "C" fn($type, $second_type, ...) -> $result = std::mem::transmute(symbol($name));
        function($first, $second, $($more),*)
    }};
}

/// Calls `handler` when `object` emits `signal`.
///
/// # Safety
/// `handler` must have the signature that the signal wants.
unsafe fn connect(object: Pointer, signal: &CStr, handler: Pointer) {
    // SAFETY: `object` is a live GObject, and the handler fits by the caller's promise.
    unsafe {
        call!(c"g_signal_connect_data" (
            object => Pointer,
            signal.as_ptr() => *const c_char,
            handler => Pointer,
            null_mut() => Pointer,
            null_mut() => Pointer,
            0 => c_int,
        ) -> u64);
    }
}

/// The driver wants a view to drive.
unsafe extern "C" fn create_view(_session: Pointer, _data: Pointer) -> Pointer {
    // SAFETY: the types of the calls are those of the headers; the context lives as long as the program.
    unsafe {
        let settings = call!(c"webkit_settings_new" () -> Pointer);
        call!(c"webkit_settings_set_enable_write_console_messages_to_stdout" (settings => Pointer, TRUE => c_int));
        if storage_is("blocked") {
            call!(c"webkit_settings_set_enable_html5_local_storage" (settings => Pointer, FALSE => c_int));
            call!(c"webkit_settings_set_enable_html5_database" (settings => Pointer, FALSE => c_int));
        }
        let view = call!(variadic c"g_object_new" (
            call!(c"webkit_web_view_get_type" () -> usize) => usize,
            c"web-context".as_ptr() => *const c_char;
            CONTEXT.load(Ordering::Relaxed),
            c"is-controlled-by-automation".as_ptr(),
            TRUE,
            c"settings".as_ptr(),
            settings,
            null_mut::<c_char>()
        ) -> Pointer);
        let window = call!(c"gtk_window_new" (TOPLEVEL => c_int) -> Pointer);
        call!(c"gtk_window_set_default_size" (window => Pointer, 1280 => c_int, 900 => c_int));
        call!(c"gtk_container_add" (window => Pointer, view => Pointer));
        call!(c"gtk_widget_show_all" (window => Pointer));
        connect(view, c"close", close_window as Pointer);
        view
    }
}

unsafe extern "C" fn close_window(view: Pointer, _data: Pointer) {
    // SAFETY: GTK hands over the live view, whose toplevel is the window that it was put into.
    unsafe {
        let window = call!(c"gtk_widget_get_toplevel" (view => Pointer) -> Pointer);
        call!(c"gtk_widget_destroy" (window => Pointer));
    }
}

unsafe extern "C" fn automation_started(_context: Pointer, session: Pointer, _data: Pointer) {
    // SAFETY: WebKit hands over a live session; both handlers have the signature of `create-web-view`.
    unsafe {
        let info = call!(c"webkit_application_info_new" () -> Pointer);
        // The driver talks to a browser of this name alone.
        call!(c"webkit_application_info_set_name" (info => Pointer, c"MiniBrowser".as_ptr() => *const c_char));
        call!(c"webkit_application_info_set_version" (
            info => Pointer,
            u64::from(call!(c"webkit_get_major_version" () -> c_uint)) => u64,
            u64::from(call!(c"webkit_get_minor_version" () -> c_uint)) => u64,
            u64::from(call!(c"webkit_get_micro_version" () -> c_uint)) => u64,
        ));
        call!(c"webkit_automation_session_set_application_info" (session => Pointer, info => Pointer));
        connect(session, c"create-web-view::window", create_view as Pointer);
        connect(session, c"create-web-view::tab", create_view as Pointer);
    }
}

unsafe extern "C" fn download_started(_context: Pointer, download: Pointer, _data: Pointer) {
    // SAFETY: WebKit hands over a live download; the handler has the signature of `decide-destination`.
    unsafe { connect(download, c"decide-destination", decide_destination as Pointer) }
}

unsafe extern "C" fn decide_destination(download: Pointer, name: *const c_char, _data: Pointer) -> c_int {
    // SAFETY: WebKit hands over a live download and a C string, which stays until this returns.
    unsafe {
        let name = OsStr::from_bytes(CStr::from_ptr(name).to_bytes());
        let Ok(file) = folder("E2E_WK_DOWNLOADS").map(|folder| folder.join(name)) else { return 0 };
        let Ok(path) = c_string(&file) else { return 0 };
        let none: Pointer = null_mut();
        let address = call!(c"g_filename_to_uri" (
            path.as_ptr() => *const c_char, none => Pointer, none => Pointer
        ) -> *const c_char);
        call!(c"webkit_download_set_destination" (download => Pointer, address => *const c_char));
    }
    TRUE
}

/// Gives the desktop the colours that the file asks for. It runs every few milliseconds and stays.
unsafe extern "C" fn follow_colours(_data: Pointer) -> c_int {
    let wanted = folder("E2E_WK_COLOUR_SCHEME").and_then(fs::read_to_string);
    let dark = wanted.is_ok_and(|wanted| wanted.trim() == "dark");
    // Setting it again would draw every window anew.
    if DARK.swap(dark, Ordering::Relaxed) == dark {
        return TRUE;
    }
    // SAFETY: the settings of the one display live as long as it does, and this property is a boolean.
    unsafe {
        let settings = call!(c"gtk_settings_get_default" () -> Pointer);
        call!(variadic c"g_object_set" (
            settings => Pointer,
            c"gtk-application-prefer-dark-theme".as_ptr() => *const c_char;
            c_int::from(dark),
            null_mut::<c_char>()
        ) -> ());
    }
    TRUE
}

/// Whether pages' storage is to be treated so: `kept`, `private` or `blocked`.
fn storage_is(treatment: &str) -> bool {
    env::var_os("E2E_WK_STORAGE").is_some_and(|wanted| wanted == treatment)
}

fn folder(variable: &str) -> Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| Error::other(format!("{variable} is not set")))
}

fn c_string(path: &Path) -> Result<CString> {
    Ok(CString::new(path.as_os_str().as_bytes())?)
}

fn main() -> Result<()> {
    let profile = folder("E2E_WK_PROFILE")?;
    let (data, cache) = (c_string(&profile.join("data"))?, c_string(&profile.join("cache"))?);
    // SAFETY: this is the main thread; the types of the calls are those of the headers, and each handler has the
    // signature of its signal.
    unsafe {
        call!(c"gtk_init" (null_mut() => Pointer, null_mut() => Pointer));
        let manager = if storage_is("private") {
            call!(c"webkit_website_data_manager_new_ephemeral" () -> Pointer)
        } else {
            call!(variadic c"g_object_new" (
                call!(c"webkit_website_data_manager_get_type" () -> usize) => usize,
                c"base-data-directory".as_ptr() => *const c_char;
                data.as_ptr(),
                c"base-cache-directory".as_ptr(),
                cache.as_ptr(),
                null_mut::<c_char>()
            ) -> Pointer)
        };
        let context = call!(c"webkit_web_context_new_with_website_data_manager" (manager => Pointer) -> Pointer);
        CONTEXT.store(context, Ordering::Relaxed);
        call!(c"webkit_web_context_set_automation_allowed" (context => Pointer, TRUE => c_int));
        connect(context, c"automation-started", automation_started as Pointer);
        connect(context, c"download-started", download_started as Pointer);
        call!(c"g_timeout_add" (BETWEEN_LOOKS_MS => c_uint, follow_colours as Pointer => Pointer, null_mut() => Pointer) -> c_uint);
        call!(c"gtk_main"());
    }
    Ok(())
}
