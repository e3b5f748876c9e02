//! The fields of an assessment, as a document has them.

use super::assessment::{
    Answer, Assessment, Causes, Completeness, Evidence, NextStep, Period, PreparedBy, SelfRating, Status, UnitRef,
};
use crate::json::record::choice;
use crate::json::{Choice, Fields, Record};

impl Record for Assessment {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("unit", &mut self.unit);
        fields.required("revision", &mut self.revision);
        fields.required("createdAt", &mut self.created_at);
        fields.required("updatedAt", &mut self.updated_at);
        fields.optional("sample", &mut self.sample);
        fields.optional("asOf", &mut self.as_of);
        fields.optional("period", &mut self.period);
        fields.optional("preparedBy", &mut self.prepared_by);
        fields.optional("answers", &mut self.answers);
        fields.optional("evidence", &mut self.evidence);
        fields.optional("optedIn", &mut self.opted_in);
        fields.optional("overall", &mut self.overall);
        fields.optional("proposals", &mut self.proposals);
        fields.optional("selfRating", &mut self.self_rating);
        fields.optional("covers", &mut self.covers);
        fields.optional("completeness", &mut self.completeness);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for Completeness {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("answered", &mut self.answered);
        fields.required("inScope", &mut self.in_scope);
    }
}

impl Record for UnitRef {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("id", &mut self.id);
        fields.required("group", &mut self.group);
        fields.required("name", &mut self.name);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for Period {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("label", &mut self.label);
        fields.optional("from", &mut self.from);
        fields.optional("to", &mut self.to);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for PreparedBy {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("name", &mut self.name);
        fields.optional("position", &mut self.position);
        fields.optional("contact", &mut self.contact);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for Answer {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("status", &mut self.status);
        fields.optional("results", &mut self.results);
        fields.optional("limitations", &mut self.limitations);
        fields.optional("causes", &mut self.causes);
        fields.optional("evidence", &mut self.evidence);
        fields.optional("noEvidenceReason", &mut self.no_evidence_reason);
        fields.optional("nextSteps", &mut self.next_steps);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for Causes {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("objective", &mut self.objective);
        fields.optional("subjective", &mut self.subjective);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for NextStep {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.optional("task", &mut self.task);
        fields.optional("owner", &mut self.owner);
        fields.optional("due", &mut self.due);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for Evidence {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.optional("number", &mut self.number);
        fields.optional("date", &mut self.date);
        fields.optional("issuer", &mut self.issuer);
        fields.optional("summary", &mut self.summary);
        fields.optional("section", &mut self.section);
        fields.optional("url", &mut self.url);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for SelfRating {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.optional("scale", &mut self.scale);
        fields.optional("level", &mut self.level);
        fields.unknown(&mut self.unknown);
    }
}

impl Choice for Status {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("done", Self::Done),
        ("inProgress", Self::InProgress),
        ("notStarted", Self::NotStarted),
        ("outOfScope", Self::OutOfScope),
    ];
}

choice!(Status);
