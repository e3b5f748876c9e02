//! Looks up a member of a JSON object by its name.

use serde_json::Value;

/// The members of an object, by what they are.
pub(crate) trait Members {
    /// The string under this name.
    fn text(&self, name: &str) -> Option<&str>;

    /// Whether `true` stands under this name.
    fn is(&self, name: &str) -> bool;

    /// The elements of the array under this name; none where there is none.
    fn list(&self, name: &str) -> &[Value];
}

impl Members for Value {
    fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    fn list(&self, name: &str) -> &[Value] {
        self.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

/// A text as JavaScript and JSON write it.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
