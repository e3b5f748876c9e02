//! What is known of a thing once it was read: all of a line that is passed between threads.

use domain::date::{Date, Moment};
use gathering::codes;
use gathering::line::{Line, Outcome, Remark, Unread};
use gathering::receipt::Receipt;
use gathering::received::{Key, Received};
use json::{Json, Map};
use std::sync::Arc;

/// A thing that was read.
#[derive(Debug)]
pub(crate) struct Thing {
    /// What is said of it.
    pub(crate) told: Told,
    /// Its assessments.
    pub(crate) received: Vec<Received>,
    /// How it came.
    pub(crate) receipt: Option<Arc<Receipt>>,
    /// What is kept of it; nothing, where nothing is.
    pub(crate) kept: Option<Kept>,
}

/// The bytes of a file that are kept.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) bytes: Vec<u8>,
    /// Whether they are known to be canonical.
    pub(crate) is_canonical: bool,
}

/// What is said of a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    /// Its name, within its container.
    pub(crate) name: String,
    /// How many containers it lies in.
    pub(crate) depth: u32,
    pub(crate) outcome: String,
    /// Why it was refused; empty where it was not.
    pub(crate) cause: String,
    /// What its assessments are known by.
    pub(crate) keys: Vec<Key>,
}

impl Thing {
    pub(crate) fn of(line: Line) -> Self {
        let mut told = Told {
            name: line.name,
            depth: line.depth,
            outcome: codes::outcome(&line.outcome).to_owned(),
            ..Told::default()
        };
        let (mut received, mut is_kept, mut is_canonical) = (Vec::new(), false, false);
        match line.outcome {
            Outcome::Held { assessments, remarks, .. } => {
                told.keys = assessments.iter().map(|one| one.key.clone()).collect();
                is_canonical = !remarks.iter().any(|remark| matches!(remark, Remark::Resaved(_)));
                (received, is_kept) = (assessments, true);
            }
            Outcome::KeptUnread(Unread::NewerFile(_)) | Outcome::Aside { .. } => is_kept = true,
            Outcome::Refused { cause, .. } => told.cause = codes::cause(&cause).to_owned(),
            _ => {}
        }
        let kept = is_kept.then_some(Kept { bytes: line.bytes, is_canonical });
        Self { told, received, receipt: line.receipt, kept }
    }

    /// The day on which a mail says that it was sent.
    pub(crate) fn day(&self) -> Option<Date> {
        let sent = Moment::from_iso(&self.receipt.as_ref()?.date)?;
        // As it was in Cần Thơ.
        Some(sent.civil(7 * 60).0)
    }
}

impl Told {
    /// As a line of a journal has it.
    pub(crate) fn to_json(&self) -> Json {
        let text = |text: &str| Json::String(text.to_owned());
        let key = |key: &Key| Json::Array(vec![text(&key.sha256), number(key.index.into())]);
        Json::Object(Map::from([
            ("cause".to_owned(), text(&self.cause)),
            ("depth".to_owned(), number(self.depth.into())),
            ("keys".to_owned(), Json::Array(self.keys.iter().map(key).collect())),
            ("name".to_owned(), text(&self.name)),
            ("outcome".to_owned(), text(&self.outcome)),
        ]))
    }

    /// Out of a line of a journal.
    pub(crate) fn from_json(json: &Json) -> Option<Self> {
        let text = |name| json.get(name).and_then(Json::as_str).map(str::to_owned);
        let key = |key: &Json| match key {
            Json::Array(parts) => {
                Some(Key { sha256: parts.first()?.as_str()?.into(), index: u32::try_from(whole(parts.get(1)?)?).ok()? })
            }
            _ => None,
        };
        let Some(Json::Array(keys)) = json.get("keys") else { return None };
        Some(Self {
            name: text("name")?,
            depth: u32::try_from(whole(json.get("depth")?)?).ok()?,
            outcome: text("outcome")?,
            cause: text("cause")?,
            keys: keys.iter().map(key).collect::<Option<_>>()?,
        })
    }
}

pub(crate) fn number(number: u64) -> Json {
    Json::Number(number.to_string())
}

/// A whole number.
pub(crate) fn whole(json: &Json) -> Option<u64> {
    match json {
        Json::Number(text) => text.parse().ok(),
        _ => None,
    }
}
