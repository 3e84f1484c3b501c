//! Councils as residents ask for them: series, their topics, and why their times are as they are.
use super::{Api, ApiError, Key, Precondition};
use huiyin_domain::{
    councils::series::{
        AnswerForm,
        wire::{PlanPage, SeriesList, SeriesPage, TopicList, WhyNot},
    },
    ids::{SeriesId, SlotId},
};

impl Api {
    /// All series, those that wait for an answer first.
    pub async fn all_series(&self) -> Result<SeriesList, ApiError> {
        self.get("series").await
    }

    /// One series, whole.
    pub async fn series(&self, id: SeriesId) -> Result<SeriesPage, ApiError> {
        self.get(&format!("series/{id}")).await
    }

    /// Says when one can come.
    pub async fn answer_series(
        &self,
        id: SeriesId,
        form: &AnswerForm,
        key: &Key,
    ) -> Result<SeriesPage, ApiError> {
        self.post(&format!("series/{id}/answer"), form, key, Precondition::None).await
    }

    /// Why the times of a series are as they are.
    pub async fn series_plan(&self, id: SeriesId) -> Result<PlanPage, ApiError> {
        self.get(&format!("series/{id}/plan")).await
    }

    /// Why one of its times was not chosen.
    pub async fn why_not(&self, id: SeriesId, slot: SlotId) -> Result<WhyNot, ApiError> {
        self.get(&format!("series/{id}/why-not/{slot}")).await
    }

    /// What the times of a series were planned from, as an address for a link.
    pub fn series_problem_address(&self, id: SeriesId) -> String {
        self.address(&format!("series/{id}/problem"))
    }

    /// What the times of a series were planned from, letter for letter.
    pub async fn series_problem(&self, id: SeriesId) -> Result<String, ApiError> {
        self.get_text(&format!("series/{id}/problem")).await
    }

    /// The topics residents suggested, the most supported first.
    pub async fn council_topics(&self) -> Result<TopicList, ApiError> {
        self.get("councils/topics").await
    }
}
