//! Stories of notices that can be read, and of those that contradict themselves.
use super::*;

const NOTICE: &str = "\
国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日
";

#[test]
fn a_notice_becomes_the_data_of_its_year() {
    let year = read_notice(NOTICE).unwrap();
    assert_eq!((year.year, year.status), (2026, YearStatus::Official));
    let off: Vec<String> =
        year.days_off.iter().map(|off| format!("{} {} {}", off.zh, off.from, off.to)).collect();
    assert_eq!(off[1], "春节 2026-02-15 2026-02-23");
    assert_eq!(off.len(), 7);
    let worked: Vec<String> = year.make_up_days.iter().map(|made| made.day.to_string()).collect();
    let expected = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];
    assert_eq!(worked, expected.map(|day| format!("2026-{day}")));
    assert_eq!(year.make_up_days[4].en, "National Day");
}

/// The notice with the line of the first holiday replaced.
fn with_first(line: &str) -> String {
    let old = NOTICE.lines().nth(3).unwrap();
    NOTICE.replace(old, line)
}

#[test]
fn older_forms_of_the_first_holiday_are_read() {
    let forms = [
        ("一、元旦：1月1日放假，与周末连休。", "2026-01-01 2026-01-01"),
        ("一、元旦：1月1日（周四）放假1天，不调休。", "2026-01-01 2026-01-01"),
        ("一、元旦：2026年1月1日放假，共1天。", "2026-01-01 2026-01-01"),
        (
            "一、元旦：2025年12月30日至2026年1月1日放假调休，共3天。2025年12月28日（星期日）上班。",
            "2025-12-30 2026-01-01",
        ),
        ("一、元旦：１月１日至３日放假。鼓励各单位安排职工在1月5日休息。", "2026-01-01 2026-01-03"),
    ];
    for (line, expected) in forms {
        let year = read_notice(&with_first(line)).unwrap_or_else(|problem| panic!("{problem}"));
        let off = &year.days_off[0];
        assert_eq!(format!("{} {}", off.from, off.to), expected, "{line}");
    }
    let lieu = read_notice(&with_first("一、元旦：1月1日放假，1月2日（星期五）补休。")).unwrap();
    assert_eq!(lieu.days_off.len(), 8);
}

#[test]
fn a_notice_that_contradicts_itself_is_refused_with_its_line() {
    let cases = [
        ("一、元旦：1月1日（周五）放假，共1天。", "expected Thu for 2026-01-01, found \"周五\""),
        ("一、元旦：1月1日至3日放假，共4天。", "expected 3 days"),
        ("一、元旦：1月1日放假2天。", "expected 1 days"),
        ("一、元旦：1月3日至1日放假。", "not before 2026-01-03"),
        ("一、元旦：1月32日放假。", "expected a date"),
        ("一、元旦：1月1日放假。1月5日上班。", "on a Saturday or Sunday"),
        ("一、元旦：1月1日至4日放假。1月4日（周日）上班。", "no other sentence names"),
        ("一、元旦：1月1日放假。2月14日（周六）、2月14日上班。", "no other sentence names"),
        ("一、元旦：2025年11月1日放假。", "a day of 2026"),
        ("一、元旦：1月1日（周四放假。", "expected a date"),
        ("一、元旦：1月1日（周四）方假。", "放假, 调休, 补休 or 上班"),
        ("一、元旦：1月4日（周日）上班。", "放假, 调休, 补休 or 上班"),
        ("一、元旦：", "放假, 调休, 补休 or 上班"),
        ("一、园旦：1月1日放假。", "found \"园旦\""),
        ("二、元旦：1月1日放假。", "holiday 1 of the list"),
        ("一、元旦 1月1日放假。", "holiday 1 of the list"),
    ];
    for (line, expected) in cases {
        let problem = read_notice(&with_first(line)).unwrap_err();
        assert_eq!(problem.line, 4, "{line}");
        assert!(problem.to_string().contains(expected), "{line}: {problem}");
    }
}

#[test]
fn a_holiday_that_is_broken_over_lines_is_not_half_read() {
    let broken = NOTICE.replace("共9天。2月14日", "共9天。\n2月14日");
    let problem = read_notice(&broken).unwrap_err();
    assert_eq!((problem.line, problem.expected), (6, Expected::Item { number: 3 }));
    let nameless = with_first("元旦：1月1日放假。");
    let problem = read_notice(&nameless).unwrap_err();
    assert_eq!((problem.line, problem.expected), (5, Expected::Item { number: 1 }));
}

#[test]
fn a_text_that_is_no_whole_notice_says_what_is_missing() {
    let without_year = NOTICE.replace("2026年", "");
    assert_eq!(read_notice(&without_year).unwrap_err().expected, Expected::Year);
    let empty = read_notice("").unwrap_err().to_string();
    assert_eq!(empty, "line 1: expected the year, as in \"2026年部分节假日安排\", found nothing");
    let short: Vec<&str> = NOTICE.lines().take(9).collect();
    let problem = read_notice(&short.join("\n")).unwrap_err();
    assert_eq!((problem.line, problem.expected), (9, Expected::Holiday { zh: "国庆节" }));
}
