//! The sentence in the place of hidden words, in both languages: it stands wherever the words
//! stood, also in tables and files that no page of ours shows.

use huiyin_domain::{
    moderation::{Part, Rule, StandIn, Veil},
    proposals::Title,
    words::Words,
};

fn chinese(rule: Rule) -> &'static str {
    match rule {
        Rule::NamesPerson => "点了别人的名",
        Rule::Insults => "骂了人",
        Rule::Advertisement => "是广告",
        Rule::PrivateData => "有别人的隐私",
        Rule::Other => "不合规定",
    }
}

fn english(rule: Rule) -> &'static str {
    match rule {
        Rule::NamesPerson => "names a person",
        Rule::Insults => "insults",
        Rule::Advertisement => "advertises",
        Rule::PrivateData => "private data",
        Rule::Other => "against the rules",
    }
}

/// What is read in the place of the words; of several decisions the first on the text speaks.
pub(super) fn stand_in(veils: &[Veil]) -> Option<StandIn> {
    let veil = veils.iter().find(|veil| veil.part == Part::Text).or_else(|| veils.first())?;
    let Veil { rule, words, on, case, .. } = veil;
    let title = format!("(已隐藏 {on}:{}) (Hidden: {})", chinese(*rule), english(*rule));
    let whole = format!(
        "这段话在 {on} 隐藏了,因为{}。说明:{words}(处理记录第{case}号)\n\nThese words were hidden \
         on {on}: {}. The office says: {words} (Case {case} of the public log.)",
        chinese(*rule),
        english(*rule)
    );
    let title = Title::shortened(&title).expect("it is a sentence");
    Some(StandIn { title, words: Words::shortened(&whole).expect("it is a sentence") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{contests::Reason, ids::CaseId, time::parse_day};

    #[test]
    fn every_reason_fits_into_a_title_and_a_text() {
        for rule in Rule::ALL {
            let words = Reason::parse(&"长".repeat(400)).unwrap();
            let on = parse_day("2026-11-22").unwrap();
            let veil = Veil { case: CaseId(100_000), part: Part::Text, rule, words, on };
            let stand_in = stand_in(&[veil]).unwrap();
            assert!(stand_in.title.as_str().ends_with(')'), "{}", stand_in.title);
            assert!(stand_in.words.as_str().ends_with("log.)"), "{}", stand_in.words);
        }
        assert_eq!(stand_in(&[]), None);
    }
}
