//! The types of the element, made from `custom-elements.json`: for scripts, for JSX in React and for templates in Vue.

use crate::Result;
use crate::json::{Members, quoted};
use serde_json::Value;

const HEAD: &str = "// Made of custom-elements.json by the build.\n\n";

/// The element, as `custom-elements.json` describes it.
pub(crate) struct Described(Value);

impl Described {
    pub(crate) fn read(manifest: &str) -> Result<Described> {
        let manifest =
            serde_json::from_str::<Value>(manifest).map_err(|error| format!("custom-elements.json: {error}"))?;
        let element = manifest.list("modules").first().and_then(|module| module.list("declarations").first());
        element.cloned().map(Described).ok_or_else(|| "custom-elements.json declares no element".to_owned())
    }

    /// What scripts see: the element, its events, and what its tag takes.
    pub(crate) fn element(&self) -> Result<String> {
        let name = named(&self.0, "name")?;
        let mut text = format!("{HEAD}{}export interface {name} extends HTMLElement {{\n", comment(&self.0, ""));
        for member in self.0.list("members") {
            let attribute = self.attribute(member).filter(|_| member.text("description").is_none());
            text += &comment(attribute.unwrap_or(member), "  ");
            text += &if member.text("kind") == Some("method") { method(member)? } else { self.field(member)? };
        }
        text += &format!("}}\n\n/** Its events, all of which bubble. */\nexport interface {name}EventMap {{\n");
        for event in self.0.list("events") {
            text += &format!("{}  {}: {};\n", comment(event, "  "), quoted(named(event, "name")?), kind(event)?);
        }
        text += &format!(
            "}}\n\n/** What a template may give it, by attribute or by property. */\nexport interface {name}Props {{\n"
        );
        text += &self.props()?;
        text += "}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n";
        text += &format!("    {}: {name};\n  }}\n\n", quoted(named(&self.0, "tagName")?));
        text += &format!("  interface GlobalEventHandlersEventMap extends {name}EventMap {{}}\n}}\n");
        Ok(text)
    }

    /// The tag in JSX, as React 19 takes it.
    pub(crate) fn react(&self) -> Result<String> {
        let (name, tag) = (named(&self.0, "name")?, quoted(named(&self.0, "tagName")?));
        Ok(format!(
            "{HEAD}import type {{ DetailedHTMLProps, HTMLAttributes }} from \"react\";
import type {{ {name}, {name}EventMap, {name}Props }} from \"./embed.js\";

export * from \"./embed.js\";

type Handlers = {{ [Type in keyof {name}EventMap as `on${{Type}}`]?: (event: {name}EventMap[Type]) => void }};
type Html = DetailedHTMLProps<HTMLAttributes<{name}>, {name}>;

declare module \"react\" {{
  namespace JSX {{
    interface IntrinsicElements {{
      {tag}: Omit<Html, keyof {name}Props> & {name}Props & Handlers;
    }}
  }}
}}
"
        ))
    }

    /// The tag in a template of Vue 3.
    pub(crate) fn vue(&self) -> Result<String> {
        let (name, tag) = (named(&self.0, "name")?, quoted(named(&self.0, "tagName")?));
        Ok(format!(
            "{HEAD}import type {{ EmitFn, HTMLAttributes, PublicProps }} from \"vue\";
import type {{ {name}, {name}EventMap, {name}Props }} from \"./embed.js\";

export * from \"./embed.js\";

type Emits = {{ [Type in keyof {name}EventMap]: (event: {name}EventMap[Type]) => void }};

declare module \"vue\" {{
  interface GlobalComponents {{
    {tag}: new () => {name} & {{
      $props: Omit<HTMLAttributes, keyof {name}Props> & {name}Props & PublicProps;
      $emit: EmitFn<Emits>;
    }};
  }}
}}
"
        ))
    }

    /// A property. One that can be set can be taken back, too.
    fn field(&self, field: &Value) -> Result<String> {
        let name = named(field, "name")?;
        if field.is("readonly") {
            return Ok(format!("  readonly {name}: {};\n", kind(field)?));
        }
        Ok(format!(
            "  get {name}(): {};\n  set {name}(value: {} | null | undefined);\n",
            kind(field)?,
            self.taken(field)?
        ))
    }

    /// What a property takes: what its attribute knows, where it is but a text.
    fn taken(&self, field: &Value) -> Result<String> {
        match (kind(field)?, self.attribute(field)) {
            ("string", Some(attribute)) => written(attribute),
            (own, _) => Ok(own.to_owned()),
        }
    }

    /// The attribute of a property, if it has one.
    fn attribute(&self, field: &Value) -> Option<&Value> {
        let name = field.text("name");
        self.0.list("attributes").iter().find(|attribute| attribute.text("fieldName") == name)
    }

    fn props(&self) -> Result<String> {
        let mut names = Vec::new();
        let mut text = String::new();
        for field in self.0.list("members").iter().filter(|member| member.text("kind") == Some("field")) {
            if !field.is("readonly") {
                names.push(named(field, "name")?);
                text += &format!("  {}?: {} | null | undefined;\n", named(field, "name")?, self.taken(field)?);
            }
        }
        for attribute in self.0.list("attributes") {
            let name = named(attribute, "name")?;
            if !names.contains(&name) {
                text += &format!("  {}?: {} | undefined;\n", quoted(name), written(attribute)?);
            }
        }
        Ok(text)
    }
}

fn method(method: &Value) -> Result<String> {
    let parameter = |parameter: &Value| {
        let optional = if parameter.is("optional") { "?" } else { "" };
        Ok(format!("{}{optional}: {}", named(parameter, "name")?, kind(parameter)?))
    };
    let parameters = method.list("parameters").iter().map(parameter).collect::<Result<Vec<_>>>()?.join(", ");
    let returned = method.get("return").map_or(Ok("void"), kind)?;
    Ok(format!("  {}({parameters}): {returned};\n", named(method, "name")?))
}

/// What may be written for an attribute: numbers also as text, as in HTML.
fn written(attribute: &Value) -> Result<String> {
    let own = kind(attribute)?;
    let is_number = |part: &str| part.trim() == "number" || part.trim().parse::<f64>().is_ok();
    Ok(if own.split('|').all(is_number) { format!("{own} | `${{{own}}}`") } else { own.to_owned() })
}

/// The description, if there is one, as a comment.
fn comment(of: &Value, indent: &str) -> String {
    let text = of.text("description").map(|text| text.replace("*/", "*\u{200b}/"));
    text.map(|text| format!("{indent}/** {text} */\n")).unwrap_or_default()
}

fn kind(of: &Value) -> Result<&str> {
    let described = || format!("custom-elements.json: {} has no type", of.text("name").unwrap_or("something"));
    of.get("type").and_then(|kind| kind.text("text")).ok_or_else(described)
}

fn named<'a>(of: &'a Value, what: &str) -> Result<&'a str> {
    of.text(what).ok_or_else(|| format!("custom-elements.json: something has no {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{self, Workspace};
    use std::env;

    const MANIFEST: &str = r#"{ "modules": [{ "declarations": [{ "name": "Box", "tagName": "a-box", "description": "A box.",
        "attributes": [
            { "name": "look", "type": { "text": "\"old\" | \"new\"" }, "fieldName": "look", "description": "Its look." },
            { "name": "max-size", "type": { "text": "number" }, "fieldName": "maxSize" }
        ],
        "members": [
            { "kind": "field", "name": "look", "type": { "text": "string" } },
            { "kind": "field", "name": "maxSize", "type": { "text": "number" } },
            { "kind": "field", "name": "ready", "type": { "text": "Promise<void>" }, "readonly": true },
            { "kind": "method", "name": "open", "return": { "type": { "text": "Promise<File>" } },
              "parameters": [{ "name": "id", "type": { "text": "string" } }, { "name": "how", "type": { "text": "object" }, "optional": true }] }
        ],
        "events": [{ "name": "box-open", "type": { "text": "CustomEvent<{ id: string }>" }, "description": "It opens." }]
    }] }] }"#;

    #[test]
    fn everything_described_has_its_type() -> Result<()> {
        let types = Described::read(MANIFEST)?.element()?;
        for line in [
            "/** A box. */\nexport interface Box extends HTMLElement {",
            "  /** Its look. */\n  get look(): string;\n  set look(value: \"old\" | \"new\" | null | undefined);",
            "  get maxSize(): number;",
            "  readonly ready: Promise<void>;",
            "  open(id: string, how?: object): Promise<File>;",
            "  /** It opens. */\n  \"box-open\": CustomEvent<{ id: string }>;",
            "  look?: \"old\" | \"new\" | null | undefined;",
            "  \"max-size\"?: number | `${number}` | undefined;",
            "    \"a-box\": Box;",
        ] {
            assert!(types.contains(line), "{line}\nis not in\n{types}");
        }
        assert!(!types.contains("ready?"), "what cannot be set is nothing that a template gives");
        Ok(())
    }

    #[test]
    fn the_element_itself_is_described_in_whole() -> Result<()> {
        let manifest = workspace::read(&Workspace::find()?.shell().join("element/custom-elements.json"))?;
        let described = Described::read(&manifest)?;
        let types = described.element()?;
        for list in ["attributes", "members", "events"] {
            assert!(!described.0.list(list).is_empty(), "no {list}");
            for one in described.0.list(list) {
                let name = named(one, "name")?;
                let forms = ["(", "\"", "?:", ":"].map(|end| format!("{name}{end}"));
                assert!(forms.iter().any(|form| types.contains(form)), "{name} is not in\n{types}");
            }
        }
        Ok(())
    }

    /// The class of the element is checked against them. `UPDATE=1` rewrites them.
    #[test]
    fn the_types_that_the_class_is_held_to_are_those() -> Result<()> {
        let folder = Workspace::find()?.shell().join("element");
        let types = Described::read(&workspace::read(&folder.join("custom-elements.json"))?)?.element()?;
        let file = folder.join("described.d.ts");
        if env::var_os("UPDATE").is_some() {
            workspace::write(&file, &types)?;
        }
        assert_eq!(workspace::read(&file)?, types, "run this test with UPDATE=1");
        Ok(())
    }

    #[test]
    fn what_has_no_type_is_named() {
        let message = Described::read(&MANIFEST.replace(r#""type": { "text": "number" }"#, r#""kind": "field""#))
            .and_then(|described| described.element());
        assert_eq!(message, Err("custom-elements.json: maxSize has no type".to_owned()));
    }
}
