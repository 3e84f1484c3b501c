//! What the neighbours of the demo have to say: invented opinions, as real ones sound.

use huiyin_domain::{
    feedback::{OpinionForm, SendAs},
    ids::PlaceId,
};

/// Places from which residents choose: twelve buildings, and three more.
pub const PLACES: [(&str, &str); 15] = [
    ("1号楼", "Building 1"),
    ("2号楼", "Building 2"),
    ("3号楼", "Building 3"),
    ("4号楼", "Building 4"),
    ("5号楼", "Building 5"),
    ("6号楼", "Building 6"),
    ("7号楼", "Building 7"),
    ("8号楼", "Building 8"),
    ("9号楼", "Building 9"),
    ("10号楼", "Building 10"),
    ("11号楼", "Building 11"),
    ("12号楼", "Building 12"),
    ("小区广场", "The square"),
    ("西门", "West gate"),
    ("停车场", "Car park"),
];

/// Something a neighbour says.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// Which resident of the demo, by place in its list.
    pub author: usize,
    /// How many days ago.
    pub days_ago: i64,
    sent_as: SendAs,
    words: &'static str,
    requests: &'static str,
    /// By place in [`PLACES`].
    place: usize,
}

impl Voice {
    /// As its author fills it in; `places` are the numbers of [`PLACES`].
    pub fn form(&self, places: &[PlaceId]) -> OpinionForm {
        OpinionForm {
            sent_as: self.sent_as,
            words: self.words.to_owned(),
            requests: self.requests.to_owned(),
            place: places.get(self.place).copied(),
            where_words: String::new(),
            photos: Vec::new(),
        }
    }
}

const fn opinion(
    (author, days_ago): (usize, i64),
    place: usize,
    words: &'static str,
    requests: &'static str,
) -> Voice {
    Voice { author, days_ago, sent_as: SendAs::Opinion, words, requests, place }
}

const fn topic(who: (usize, i64), place: usize, words: &'static str) -> Voice {
    Voice { sent_as: SendAs::Topic, ..opinion(who, place, words, "") }
}

/// The stairs are dark.
pub const STAIR_LIGHT: Voice = opinion(
    (0, 30),
    2,
    "三号楼二单元的楼道灯坏了三个月。晚上看不见台阶，我上礼拜差点摔一跤。",
    "修好楼道灯\n换成声控灯",
);
/// The square is loud.
pub const LOUD_SQUARE: Voice = opinion(
    (0, 12),
    12,
    "广场上晚上跳舞的音响太响。孩子九点要睡觉，关着窗还听得见。",
    "晚上九点以后音响关小\n在广场上贴时间牌",
);
/// Bicycles stand in the way of the fire engine.
pub const BLOCKED_WAY: Voice = opinion(
    (1, 40),
    4,
    "电动车把五号楼前的消防通道堵死了。真着了火，消防车进不来。",
    "把车挪走\n地上画黄线",
);
/// The bins smell.
pub const BINS: Voice = opinion(
    (8, 45),
    5,
    "六号楼旁边的垃圾桶夏天味道很大。盖子坏了两个，没人换。",
    "换掉坏的桶盖\n每天冲洗一次",
);
/// A lift is wished for.
pub const LIFT: Voice = opinion(
    (3, 60),
    1,
    "二号楼没有电梯，我八十二岁，住五楼。买菜下来一趟要歇三回。",
    "加装电梯\n先在楼梯转角装折叠凳",
);
/// A dog runs free.
pub const DOGS: Voice =
    opinion((11, 50), 12, "有人遛狗不牵绳。孩子在广场上被吓哭过两次。", "管一管不牵绳的狗");
/// Charging is wished for.
pub const CHARGING: Voice = opinion(
    (14, 25),
    14,
    "停车场没有充电桩。我们家买了电动汽车，要开到两公里外去充。",
    "装四个充电桩",
);
/// The same dark stairs, said by a neighbour.
pub const SAME_LIGHT: Voice = opinion((17, 20), 2, "三号楼的楼道灯不亮，走路要打手电筒。", "修灯");
/// What councils should talk about, the oldest first: two that one has talked about, one that the
/// next is to talk about, and two that wait.
pub const TOPICS: [Voice; 5] = [
    topic(
        (30, 50),
        14,
        "电动车没有地方充电，大家把电瓶拎上楼，太危险。想请议事会商量充电棚建在哪里、怎么收费。",
    ),
    topic((33, 46), 12, "快递都堆在单元门口，下雨就湿，老人还绊倒过。想商量快递柜放在哪里。"),
    topic((36, 9), 14, "晚上七点以后就没有车位，外面的车也停进来。想请大家商量停车怎么排。"),
    topic((39, 6), 12, "活动室下午五点就关门，上班的人用不上。想商量晚上开到几点、谁来管。"),
    topic((42, 1), 9, "十号楼的楼道堆满旧家具，谁来清、多久清一次，想请大家一起定个办法。"),
];

/// The gate is closed too early.
pub const GATE: Voice =
    topic((4, 1), 13, "西门晚上十点就锁了，下夜班的人要绕一大圈。想请议事会谈一谈开到几点合适。");
/// Taken back again.
pub const TAKEN_BACK: Voice =
    opinion((20, 18), 7, "八号楼楼下有人堆了旧家具，占了半条路。", "请主人搬走");
/// The downpipe drips.
pub const DOWNPIPE: Voice = opinion(
    (23, 48),
    0,
    "一号楼的雨水管断了一截，下雨天水直接浇在门口，冬天结冰。",
    "接好雨水管\n清掉门口的青苔",
);
/// The handrail is loose.
pub const HANDRAIL: Voice = Voice {
    sent_as: SendAs::Proposal,
    ..opinion(
        (26, 55),
        8,
        "九号楼坡道的扶手松了，坐轮椅的人不敢走。建议换成不锈钢的。",
        "换坡道扶手",
    )
};
/// The reading room opens late.
pub const READING_ROOM: Voice =
    opinion((2, 35), 12, "阅览室下午两点才开门，退休的人上午没地方去。", "阅览室上午也开门");
