//! What is wrong with a form, in sentences beside its fields: what is so, and what to do next.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::problems::FieldFault;

/// Sentences about what is wrong with a form, in one language.
pub struct Words {
    /// How many things are.
    pub title: fn(usize) -> String,
    /// A field, by name, and its fault.
    pub fault: fn(&str, &FieldFault) -> String,
}
