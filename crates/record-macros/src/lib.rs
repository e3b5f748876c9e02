//! Describes the type of a document once. One declaration yields the list of fields by which the product reads and writes it
//! (`json::Record`), and serde's traits with the same names and the same fields left out, for the JSON Schema and for tests.
//!
//! In a document a field has the same name as in Rust, in camel case.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Error, Field, Fields, Ident, Result, Variant, parse_macro_input};

/// A struct that is an object in a document. `record(open)` keeps what a newer version wrote, in its field `unknown`; `record(closed)`
/// refuses whatever it does not know; `record` takes no notice of it.
///
/// A field that is `#[optional]` is absent where it is empty; one that is `#[aside]` is not in the document.
#[proc_macro_attribute]
pub fn record(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let rest = if arguments.is_empty() { Ok(Rest::Ignored) } else { syn::parse::<Ident>(arguments).and_then(rest) };
    let item = parse_macro_input!(item as DeriveInput);
    rest.and_then(|rest| expanded(rest, item)).unwrap_or_else(Error::into_compile_error).into()
}

/// An enum whose variants are texts in a document: their names, in camel case.
#[proc_macro_attribute]
pub fn choice(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    named(item).unwrap_or_else(Error::into_compile_error).into()
}

/// What becomes of fields that a type does not know.
#[derive(Clone, Copy, PartialEq)]
enum Rest {
    Ignored,
    Kept,
    Refused,
}

fn rest(word: Ident) -> Result<Rest> {
    match word.to_string().as_str() {
        "open" => Ok(Rest::Kept),
        "closed" => Ok(Rest::Refused),
        _ => Err(Error::new(word.span(), "a record is `open`, `closed` or neither")),
    }
}

/// Serde's traits and the schema's, where tests or the features `serde` and `schema` ask for them. What is closed is the page's own data, which nobody writes.
fn traits(rest: Rest) -> Tokens {
    let serialize = (rest != Rest::Refused).then(|| quote!(serde::Serialize,));
    let refuses =
        (rest == Rest::Refused).then(|| quote!(#[cfg_attr(any(test, feature = "serde"), serde(deny_unknown_fields))]));
    quote! {
        #[cfg_attr(any(test, feature = "serde"), derive(#serialize serde::Deserialize))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(any(test, feature = "serde"), serde(rename_all = "camelCase"))]
        #refuses
    }
}

fn expanded(rest: Rest, mut item: DeriveInput) -> Result<Tokens> {
    let Data::Struct(data) = &mut item.data else {
        return Err(Error::new_spanned(&item, "a record is a struct"));
    };
    let Fields::Named(fields) = &mut data.fields else {
        return Err(Error::new_spanned(&data.fields, "the fields of a record have names"));
    };
    let mut listed = Vec::new();
    for field in &mut fields.named {
        listed.extend(described(rest, field));
    }
    let end = (rest == Rest::Refused).then(|| quote!(fields.nothing_else();));
    let (traits, name) = (traits(rest), &item.ident);
    Ok(quote! {
        #traits
        #item

        impl ::json::Record for #name {
            fn fields(&mut self, fields: &mut ::json::Fields<'_>) {
                #(#listed)*
                #end
            }
        }
    })
}

/// Tells serde of a field, and lists it.
fn described(rest: Rest, field: &mut Field) -> Option<Tokens> {
    let is_aside = taken(&mut field.attrs, "aside");
    let is_optional = taken(&mut field.attrs, "optional");
    let name = field.ident.as_ref()?;
    let listed = if is_aside {
        field.attrs.push(serde(quote!(skip)));
        return None;
    } else if rest == Rest::Kept && name == "unknown" {
        let skip = quote!(skip_serializing_if = "::json::record::is_default");
        field.attrs.push(serde(quote!(default, rename = "*", #skip)));
        field.attrs.push(syn::parse_quote!(#[cfg_attr(feature = "schema", schemars(skip))]));
        return Some(quote!(fields.unknown(&mut self.unknown);));
    } else if is_optional {
        let skip = (rest != Rest::Refused).then(|| quote!(skip_serializing_if = "::json::record::is_default"));
        field.attrs.push(serde(quote!(default, #skip)));
        format_ident!("optional")
    } else {
        format_ident!("required")
    };
    let key = camel_case(&name.to_string());
    Some(quote!(fields.#listed(#key, &mut self.#name);))
}

fn named(item: DeriveInput) -> Result<Tokens> {
    let Data::Enum(data) = &item.data else { return Err(Error::new_spanned(&item, "a choice is an enum")) };
    let (traits, name) = (traits(Rest::Ignored), &item.ident);
    let names = data.variants.iter().map(|Variant { ident, .. }| {
        let text = ident.to_string();
        let (first, others) = text.split_at(1);
        first.to_lowercase() + others
    });
    let variants = data.variants.iter().map(|Variant { ident, .. }| ident);
    Ok(quote! {
        #traits
        #item

        impl ::json::TextChoice for #name {
            const ALL: &'static [Self] = &[#(Self::#variants),*];
            const NAMES: &'static [&'static str] = &[#(#names),*];
        }

        impl ::json::Value for #name {
            fn read(&mut self, json: ::json::Json) -> Result<(), ::json::BoxedMismatch> {
                *self = ::json::record::read_choice(json)?;
                Ok(())
            }

            fn write(&mut self) -> ::json::Json {
                ::json::record::write_choice(*self)
            }
        }
    })
}

/// Takes an attribute of that name away, if it is there.
fn taken(attributes: &mut Vec<Attribute>, name: &str) -> bool {
    let before = attributes.len();
    attributes.retain(|attribute| !attribute.path().is_ident(name));
    attributes.len() < before
}

fn serde(words: impl ToTokens) -> Attribute {
    syn::parse_quote!(#[cfg_attr(any(test, feature = "serde"), serde(#words))])
}

/// `as_of` is `asOf`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |text, word| {
        let (initial, others) = word.split_at(1.min(word.len()));
        text + &initial.to_uppercase() + others
    })
}
