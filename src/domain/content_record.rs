//! The fields of the content data, as a document has them.

use super::directive::{
    Clause, Directive, Document, Kind, Lines, Note, Paragraph, RatingLevel, RatingScale, Requirement, Role, RoleName,
    Task,
};
use super::roster::{Group, Roster, Unit};
use crate::json::record::choice;
use crate::json::{Choice, Fields, Record};

impl Record for Directive {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("name", &mut self.name);
        fields.required("edition", &mut self.edition);
        fields.required("document", &mut self.document);
        fields.required("tasks", &mut self.tasks);
        fields.optional("ratingScales", &mut self.rating_scales);
        fields.nothing_else();
    }
}

impl Record for Document {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("kind", &mut self.kind);
        fields.required("source", &mut self.source);
        fields.required("issuer", &mut self.issuer);
        fields.required("star", &mut self.star);
        fields.required("number", &mut self.number);
        fields.required("subject", &mut self.subject);
        fields.required("motto", &mut self.motto);
        fields.required("placeDate", &mut self.place_date);
        fields.required("addressees", &mut self.addressees);
        fields.required("body", &mut self.body);
        fields.required("recipients", &mut self.recipients);
        fields.required("authority", &mut self.authority);
        fields.required("position", &mut self.position);
        fields.required("signer", &mut self.signer);
        fields.optional("signerNote", &mut self.signer_note);
        fields.nothing_else();
    }
}

impl Record for Lines {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("label", &mut self.label);
        fields.required("lines", &mut self.lines);
        fields.nothing_else();
    }
}

impl Record for Paragraph {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("text", &mut self.text);
        fields.optional("task", &mut self.task);
        fields.nothing_else();
    }
}

impl Record for Task {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("kind", &mut self.kind);
        fields.required("headline", &mut self.headline);
        fields.required("text", &mut self.text);
        fields.required("roles", &mut self.roles);
        fields.required("requirements", &mut self.requirements);
        fields.nothing_else();
    }
}

impl Record for Role {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("kind", &mut self.kind);
        fields.required("role", &mut self.role);
        fields.required("words", &mut self.words);
        fields.required("named", &mut self.named);
        fields.optional("units", &mut self.units);
        fields.nothing_else();
    }
}

impl Record for Requirement {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("kind", &mut self.kind);
        fields.required("title", &mut self.title);
        fields.optional("partOf", &mut self.part_of);
        fields.required("clause", &mut self.clause);
        fields.optional("notes", &mut self.notes);
        fields.nothing_else();
    }
}

impl Record for Clause {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("kind", &mut self.kind);
        fields.required("text", &mut self.text);
        fields.nothing_else();
    }
}

impl Record for Note {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("kind", &mut self.kind);
        fields.required("text", &mut self.text);
        fields.optional("source", &mut self.source);
        fields.optional("asOf", &mut self.as_of);
        fields.nothing_else();
    }
}

impl Record for RatingScale {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("kind", &mut self.kind);
        fields.required("id", &mut self.id);
        fields.required("name", &mut self.name);
        fields.required("source", &mut self.source);
        fields.required("asOf", &mut self.as_of);
        fields.required("levels", &mut self.levels);
        fields.optional("notes", &mut self.notes);
        fields.nothing_else();
    }
}

impl Record for RatingLevel {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("name", &mut self.name);
        fields.nothing_else();
    }
}

impl Choice for Kind {
    const NAMES: &'static [(&'static str, Self)] =
        &[("verbatim", Self::Verbatim), ("editorial", Self::Editorial), ("reference", Self::Reference)];
}

impl Choice for RoleName {
    const NAMES: &'static [(&'static str, Self)] =
        &[("executes", Self::Executes), ("leads", Self::Leads), ("coordinates", Self::Coordinates)];
}

choice!(Kind, RoleName);

impl Record for Roster {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("asOf", &mut self.as_of);
        fields.required("source", &mut self.source);
        fields.optional("notes", &mut self.notes);
        fields.required("groups", &mut self.groups);
        fields.required("units", &mut self.units);
        fields.nothing_else();
    }
}

impl Record for Group {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("kind", &mut self.kind);
        fields.required("name", &mut self.name);
        fields.optional("takesTypedNames", &mut self.takes_typed_names);
        fields.nothing_else();
    }
}

impl Record for Unit {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("kind", &mut self.kind);
        fields.required("group", &mut self.group);
        fields.required("name", &mut self.name);
        fields.optional("validFrom", &mut self.valid_from);
        fields.optional("validTo", &mut self.valid_to);
        fields.optional("successors", &mut self.successors);
        fields.optional("code", &mut self.code);
        fields.nothing_else();
    }
}
