//! Words for when there is no network, in Chinese.
use super::{Told, Words};
use crate::{
    offline::item::What,
    words::{Room, Tone},
};

/// Words for when there is no network, in Chinese.
pub const CHINESE: Words = Words {
    no_network: "手机现在没有网络。您填的内容还在。",
    server_away: "社区的服务器现在没有回应。您填的内容还在。",
    kept: "已经存在这台手机里。有网络以后会自动发出,不用再按。",
    kept_here: "这台手机不能长期保存。请不要关掉本页:有网络以后会自动发出。",
    see: "看待发送的内容",
    leave_ask: |n| {
        format!("还有 {n} 件没有发出去。现在退出会删掉它们。可以先连上网络,等发完再退出。")
    },
    leave_sure: "仍然退出,并删掉没发的",
    told: Room::apart(Tone::Chinese),
};

pub(super) const TOLD: Told = Told {
    state: "网络和发送情况",
    read_at: |at| format!("现在连不上社区的服务器。这是 {at} 读到的内容。"),
    read_again: "重新读取",
    new_version: "有新版本了。您可以先把手上的事做完,再更新。填的内容会保留。",
    taken_elsewhere: "另一个窗口已经换成新版本,这个窗口还是旧的。做完手上的事,请在这里也更新。",
    update_now: "现在更新",
    n_waiting: |n| format!("待发送:{n} 件"),
    what,
    arrived: |it, number| match number {
        Some(number) => format!("{}已经自动发出去了,编号:第 {number} 号。", what(it)),
        None => format!("{}已经自动发出去了。", what(it)),
    },
    waiting: "待发送",
    waiting_means: "这些还没有送到社区。有网络以后会自动发出,不会重复。",
    nothing_waits: "没有待发送的内容,都已经送到了。",
    send_now: "现在发送",
    sending_now: "正在发送……",
    said_on: |at| format!("写于 {at}"),
    will_go: "等待发送。",
    refused: "没有收下:从您写好到现在,情况变了。",
    refused_next: "您写的内容都在上面,可以复制,也可以回到原来的页面修改后再发。",
    look_again: "回到原来的页面",
    drop: "不发了",
    drop_ask: "不发了,就从待发送里删掉。确定吗?",
    drop_sure: "确定,删掉",
    drop_not: "不删,留着",
    dropped: "已经删掉了,不会再发。",
};

fn what(it: What) -> &'static str {
    match it {
        What::Proposal => "提案",
        What::Opinion => "意见或议题",
        What::CoSign => "联名",
        What::Support => "对议题的支持",
        What::SeriesAnswer => "能参加议事会的时间",
        What::Times => "平时有空的时间",
        What::Seat => "议事会报名",
        What::LastWord => "对答复的回应",
    }
}
