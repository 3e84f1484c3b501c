//! Councils and usual times.
use huiyin_app::{councils, meetings, paper, times};

super::bundle! {
    gatherings:
    "/councils" => councils::hub_page::HubPage,
    "/councils/topics" => councils::topics_page::TopicsPage,
    "/series/:id" => councils::show_page::ShowPage,
    "/series/:id/answer/:step" => councils::answer_page::AnswerPage,
    "/series/:id/answered" => councils::answered_page::AnsweredPage,
    "/series/:id/plan" => councils::plan_page::PlanPage,
    "/series/:id/why/:slot" => councils::why_page::WhyPage,
    "/print/series/:id" => paper::series_page::SeriesSheetPage,
    "/times" => times::page::TimesPage,
    "/times/:step" => times::page::StepPage,
    "/print/times" => paper::times_page::TimesSheetPage,
    "/councils/statistics" => meetings::statistics_page::StatisticsPage,
    "/councils/:id" => meetings::show_page::ShowPage,
    "/councils/:id/:act" => meetings::act_page::ActPage,
    "/print/council/:id" => meetings::poster_page::PosterPage,
}
