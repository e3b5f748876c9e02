//! The result of a command.

/// What a command yields, or a message that says what went wrong, where, and what to do.
pub(crate) type Result<T> = std::result::Result<T, String>;
