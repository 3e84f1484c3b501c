//! Words of asking to be called back, in Chinese.
use super::{StaffWords, Words};
use huiyin_domain::callbacks::PreferredTime;

/// Words of asking to be called back, in Chinese.
pub const CHINESE: Words = Words {
    heading: "请居委会打给我",
    lead: "留个号码,我们打给您。不用登录。",
    phone: "您的电话号码",
    phone_hint: "手机、固定电话都可以。固定电话要带区号。",
    when: "什么时候方便接电话?",
    time,
    about: "想说什么事?(不写也可以)",
    about_hint: "写几个字就行。也可以等电话里说。",
    send: "发送,等电话",
    asked: "记下了,请等我们的电话",
    your_number: "您的回电编号",
    number: |id| format!("第 {id} 号"),
    next: "接下来",
    will_call: |when, hours| match when {
        PreferredTime::Any => format!("办公时间里,我们会打给您。办公时间:{hours}。"),
        PreferredTime::Morning | PreferredTime::Afternoon | PreferredTime::Evening => {
            format!("我们尽量在{}打给您。办公时间:{hours}。", time(when))
        }
    },
    know_us: "来电话的人会先说这个编号。我们不问密码,也不让您转账。",
    change: "想换个时间?用同一个号码再留一次。",
    talked: "我们已经和您通过电话。",
    not_reached: "我们打了几次,没有打通。",
    again: "再留一次号码",
    staff: StaffWords {
        heading: "等回电的人",
        nobody: "现在没有人在等电话。",
        waiting: |n| format!("{n} 个人在等电话。先来的在前面。"),
        more: |n| format!("还有 {n} 个。上面的办完了,就会显示。"),
        since: |since| format!("{since}留的号码"),
        wants: |when| match when {
            PreferredTime::Any => "什么时候打都可以".to_owned(),
            PreferredTime::Morning | PreferredTime::Afternoon | PreferredTime::Evening => {
                format!("希望{}打", time(when))
            }
        },
        call: |number| format!("打电话 {number}"),
        settle: |id| format!("记下第 {id} 号的结果"),
        settle_heading: |id| format!("回电第 {id} 号的结果"),
        result: "打通了吗?",
        talked: "打通了,事情说过了",
        not_reached: "没打通,不再打了",
        choose: "还没有选打通了没有。请选一个。",
        tries: "一共打了几次?",
        tries_hint: |least| format!("至少 {least} 次。最好换个时间再打。"),
        note: "还要记什么?(不写也可以)",
        note_hint: "不要写姓名和电话号码。",
        close: |id| format!("办完第 {id} 号,删掉号码"),
        closed: "办完了。电话号码已经删掉。",
        to_list: "回到等回电的人",
    },
};

fn time(when: PreferredTime) -> &'static str {
    match when {
        PreferredTime::Morning => "上午",
        PreferredTime::Afternoon => "下午",
        PreferredTime::Evening => "晚上",
        PreferredTime::Any => "都可以",
    }
}
