//! Stories of one council: what holds wherever it leads.
