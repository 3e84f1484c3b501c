//! Voice: what recognisers make of commands, and that nothing is cast without a second yes.
use huiyin_domain::{
    ids::ProposalId,
    voice::{Answer, Control, Dialogue, Errand, Heard, Power, Tongue, VoiceCommand, parse},
};
use proptest::prelude::*;

const OPEN_128: VoiceCommand = VoiceCommand::Run(Errand::Open(ProposalId(128)));
const NUMBER_128: VoiceCommand = VoiceCommand::Number(ProposalId(128));
const NEXT: VoiceCommand = VoiceCommand::Run(Errand::Next);
const BACK: VoiceCommand = VoiceCommand::Run(Errand::Back);
const HOME: VoiceCommand = VoiceCommand::Run(Errand::Home);
const READ: VoiceCommand = VoiceCommand::Run(Errand::ReadAloud);
const AGAIN: VoiceCommand = VoiceCommand::Run(Errand::Again);
const STOP: VoiceCommand = VoiceCommand::Run(Errand::Stop);
const CALL: VoiceCommand = VoiceCommand::Run(Errand::Call);
const HELP: VoiceCommand = VoiceCommand::Run(Errand::Help);
const DISPLAY: VoiceCommand = VoiceCommand::Run(Errand::Display);

fn command(heard: &str, tongue: Tongue) -> Option<VoiceCommand> {
    match parse(heard, tongue) {
        Heard::Command { command, .. } => Some(command),
        Heard::NotUnderstood { .. } => None,
    }
}

fn assert_means(table: &[(VoiceCommand, &[&str])], tongue: Tongue) {
    let mut wrong = Vec::new();
    for (expected, ways) in table {
        for heard in *ways {
            let command = command(heard, tongue);
            if command.as_ref() != Some(expected) {
                wrong.push(format!("{heard}: {command:?} instead of {expected:?}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

const SAID_IN_CHINESE: &[(VoiceCommand, &[&str])] = &[
    (
        OPEN_128,
        &[
            "打开提案第128号",
            "打开提案一百二十八号",
            "打开提安第一百二十八好",
            "打开提案幺二八",
            "大开提案128号。",
            "请帮我打开第128号提案",
            "看第一百二十八号",
            "查看提案128",
            "提案128号",
            "提岸一百二十八号",
            "打开 提案 第 128 号",
            "找第128号提案吧",
            "打开第意百二十八号",
            "打开120八号",
            "打开意见第128号",
            "看一百二十八号建议",
            "打开议题128",
            "打开１２８号",
        ],
    ),
    (NUMBER_128, &["第128号", "128号", "第一百二十八好", "幺二八号", "选第128号", "点128号"]),
    (
        NEXT,
        &[
            "下一步",
            "下一部",
            "下一布",
            "下一个",
            "夏一步",
            "下一页",
            "继续",
            "继续吧",
            "请继续",
            "及续",
        ],
    ),
    (
        BACK,
        &["返回", "反回", "饭回", "换回", "上一步", "上一部", "上一个", "回去", "后退", "退回去吧"],
    ),
    (HOME, &["首页", "手页", "回首页", "回到首页", "去首页", "打开首页", "主页"]),
    (READ, &["朗读", "朗读本页", "念给我听", "帮我念一遍", "读一遍"]),
    (
        AGAIN,
        &["重听", "从听", "再听一遍", "在听一遍", "再说一遍", "在说一遍", "再听一边", "没听清"],
    ),
    (STOP, &["停", "停止", "停下", "亭", "停一停", "别念了", "别读了", "不听了", "请停"]),
    (
        CALL,
        &["打电话", "大电话", "打电画", "我要打电话", "打个电话吧", "拨打电话", "给居委会打电话"],
    ),
    (HELP, &["帮忙", "邦忙", "帮盲", "帮助", "能说什么", "怎么说"]),
    (DISPLAY, &["大字", "打字", "大子", "字大一点", "子大一点", "看不清", "看不清了"]),
    (VoiceCommand::Confirm, &["确定", "却定", "确定。", "确认", "我确定", "是的,确定", "对,确定"]),
    (
        VoiceCommand::Cancel,
        &["取消", "取销", "不确定", "不却定", "算了", "不要", "不对", "不投了", "先不"],
    ),
    (VoiceCommand::Choose(1), &["第一个", "选第一个", "第意个", "我要第一个", "选择第一个"]),
    (VoiceCommand::Choose(2), &["第二个", "选第二个", "选二个", "地二个", "选第2个", "选两个"]),
    (VoiceCommand::Choose(4), &["第四个", "第4个", "点第四个"]),
    (VoiceCommand::Choose(10), &["第十个", "第10个", "选第时个", "第石个"]),
];

#[test]
fn chinese_commands_are_understood_with_the_usual_errors_of_recognisers() {
    assert_means(SAID_IN_CHINESE, Tongue::Chinese);
}

const SAID_IN_ENGLISH: &[(VoiceCommand, &[&str])] = &[
    (
        OPEN_128,
        &[
            "open proposal 128",
            "open proposal one hundred and twenty-eight",
            "Open Proposal One Twenty Eight.",
            "proposal number one two eight",
            "please show me proposal 128",
            "open the proposals 128",
            "go to proposal 128",
            "open purpose 128",
            "open number 128",
            "show me opinion 128",
            "topic 128",
        ],
    ),
    (NUMBER_128, &["number 128", "number one hundred twenty eight", "choose number 128"]),
    (NEXT, &["next", "Next.", "continue", "go on", "next step", "next please", "necks"]),
    (BACK, &["back", "go back", "previous page", "bach", "could you go back"]),
    (HOME, &["home", "go home", "go to the first page"]),
    (READ, &["read aloud", "read allowed", "read this page", "please read it to me"]),
    (AGAIN, &["again", "a gain", "repeat", "say that again", "once more please"]),
    (STOP, &["stop", "stop reading", "okay stop", "stopped"]),
    (CALL, &["call", "call the office", "phone", "make a call"]),
    (HELP, &["help", "help me", "what can I say"]),
    (DISPLAY, &["bigger", "larger text", "large print"]),
    (VoiceCommand::Confirm, &["confirm", "Confirm.", "yes, confirm", "I confirm"]),
    (VoiceCommand::Cancel, &["cancel", "no", "don't", "not sure", "I\u{2019}m not sure"]),
    (VoiceCommand::Choose(1), &["first", "the first one", "choose the first", "option one"]),
    (
        VoiceCommand::Choose(2),
        &["choose the second", "the second one", "pick the 2nd", "option to"],
    ),
    (VoiceCommand::Choose(4), &["option for", "the fourth one", "chews the fourth"]),
    (VoiceCommand::Choose(10), &["the tenth", "choose the 10th one"]),
];

#[test]
fn english_commands_are_understood_with_the_usual_errors_of_recognisers() {
    assert_means(SAID_IN_ENGLISH, Tongue::English);
}

#[test]
fn what_is_no_command_is_a_name_to_be_looked_for() {
    for heard in
        ["同意", "投出选票", "3号楼门口", "选三", "五", "今天天气怎么样", "确定嘛", "确定吧"]
    {
        let command = command(heard, Tongue::Chinese);
        assert!(matches!(command, Some(VoiceCommand::Press(_))), "{heard}: {command:?}");
    }
    for heard in ["agree", "cast the ballot", "confirmed?", "confirm please", "three"] {
        let command = command(heard, Tongue::English);
        assert!(matches!(command, Some(VoiceCommand::Press(_))), "{heard}: {command:?}");
    }
    let unclear = command("打开第一百二时八号", Tongue::Chinese);
    assert!(
        matches!(unclear, Some(VoiceCommand::Press(_))),
        "no number is better than a wrong one"
    );
    let long = "我们小区门口的路灯坏了好几个月了到现在也没有人来修请问什么时候能修好呢大家都在等";
    for heard in ["", "。。。", long] {
        assert_eq!(command(heard, Tongue::Chinese), None, "{heard}");
    }
}

fn control(name: &str, power: Power) -> Control {
    Control { name: name.to_owned(), power }
}

fn check_page() -> Vec<Control> {
    vec![
        control("回到选票", Power::Leads),
        control("修改选择", Power::Leads),
        control("投出选票", Power::Casts),
    ]
}

fn vote_page() -> Vec<Control> {
    vec![
        control("第 12 号 加装扶手", Power::Chooses),
        control("第 2 号 加装电梯", Power::Chooses),
        control("第 128 号 修路灯", Power::Chooses),
        control("继续:检查我的选择", Power::LeadsOn),
    ]
}

fn say(dialogue: Dialogue, heard: &str, controls: &[Control]) -> (Dialogue, Answer) {
    dialogue.step(&parse(heard, Tongue::Chinese), controls)
}

#[test]
fn choices_are_made_by_place_by_number_and_by_name() {
    let table = [
        ("第二个", Answer::Press(1)),
        ("选第2号", Answer::Press(1)),
        ("第一百二十八号", Answer::Press(2)),
        ("修路灯", Answer::Press(2)),
        ("点加装扶手", Answer::Press(0)),
        ("加装", Answer::WhichOne(vec![0, 1])),
        ("第九个", Answer::OnlySoMany(3)),
        ("第五十号", Answer::Run(Errand::Open(ProposalId(50)))),
        ("打开第128号", Answer::Run(Errand::Open(ProposalId(128)))),
        ("下一步", Answer::Press(3)),
        ("继续", Answer::Press(3)),
        ("确定", Answer::NothingAsked),
        ("天气", Answer::NotUnderstood),
    ];
    for (heard, expected) in table {
        let (after, answer) = say(Dialogue::Idle, heard, &vote_page());
        assert_eq!(answer, expected, "{heard}");
        assert_eq!(after, Dialogue::Idle, "{heard}");
    }
}

#[test]
fn a_polite_name_on_the_page_comes_before_a_command_that_sounds_nearly_so() {
    let page = [
        control("打电话 021-5555 0128", Power::Leads),
        control("请给我回电话", Power::Leads),
        control("接着看下一屏", Power::LeadsOn),
    ];
    let table = [
        ("请给我回电话", Answer::Press(1)),
        ("给我回电话", Answer::Press(1)),
        ("回电话吧", Answer::Press(1)),
        ("打电话", Answer::Run(Errand::Call)),
        ("请打电话", Answer::Run(Errand::Call)),
    ];
    for (heard, expected) in table {
        assert_eq!(say(Dialogue::Idle, heard, &page).1, expected, "{heard}");
    }
}

#[test]
fn a_vote_is_cast_after_a_second_yes_and_only_then() {
    let controls = check_page();
    let (waiting, answer) = say(Dialogue::Idle, "投出选票", &controls);
    assert_eq!(answer, Answer::ReadBack(2));
    let (again, answer) = say(waiting.clone(), "投出选票", &controls);
    assert_eq!(answer, Answer::ReadBack(2), "saying it twice is no yes");
    let (after, answer) = say(again, "确定", &controls);
    let Answer::Cast(confirmed) = answer else { panic!("{answer:?}") };
    assert_eq!((confirmed.control(), after), (2, Dialogue::Idle));
    let (_, answer) = say(Dialogue::Idle, "确定", &controls);
    assert_eq!(answer, Answer::NothingAsked, "a yes is used up");
    for no in ["取消", "不确定", "不要", "算了"] {
        assert_eq!(say(waiting.clone(), no, &controls), (Dialogue::Idle, Answer::Cancelled));
    }
    for unclear in ["确定嘛", "是不是确定", "还没确定", "确实", "嗯", "好", "天气怎么样"]
    {
        let (after, answer) = say(waiting.clone(), unclear, &controls);
        assert_eq!((after, answer), (waiting.clone(), Answer::NotUnderstood), "{unclear}");
    }
    assert_eq!(say(waiting.clone(), "再听一遍", &controls).1, Answer::ReadBack(2));
    assert_eq!(say(waiting.clone(), "返回", &controls).0, Dialogue::Idle);
}

#[test]
fn a_yes_for_what_is_no_longer_there_casts_nothing() {
    let (waiting, _) = say(Dialogue::Idle, "投出选票", &check_page());
    let (_, answer) = say(waiting.clone(), "确定", &vote_page());
    assert_eq!(answer, Answer::NothingAsked);
    let mut twice = check_page();
    twice.push(control("投出选票", Power::Casts));
    assert_eq!(say(waiting, "确定", &twice).1, Answer::NothingAsked);
}

#[test]
fn what_casts_is_never_the_next_step() {
    assert_eq!(say(Dialogue::Idle, "下一步", &check_page()).1, Answer::NothingNext);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_said_nothing_is_cast_without_read_back_and_yes(
        said in prop::collection::vec(
            prop::sample::select(vec![
                "确定", "确认", "投出选票", "投出", "选票", "取消", "不确定", "返回", "第一个",
                "下一步", "再听一遍", "提交提案", "修改", "天气", "是的", "第128号", "票", "对",
            ]),
            0..12,
        ),
        gone in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut dialogue = Dialogue::Idle;
        let mut read_back = None;
        for (heard, is_elsewhere) in said.iter().zip(gone) {
            let controls = if is_elsewhere { vote_page() } else { check_page() };
            let (after, answer) = say(dialogue, heard, &controls);
            if let Answer::Cast(confirmed) = &answer {
                prop_assert!(["确定", "确认"].contains(heard));
                prop_assert_eq!(read_back, Some(confirmed.control()));
            }
            read_back = match (&answer, &after) {
                (Answer::ReadBack(place), _) => Some(*place),
                (_, Dialogue::AwaitingConfirm { .. }) => read_back,
                (_, Dialogue::Idle) => None,
            };
            dialogue = after;
        }
    }
}
