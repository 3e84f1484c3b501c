//! What the neighbours of the demo ask for: invented proposals, as real ones sound.

use huiyin_domain::proposals::ProposalForm;

/// One proposal of the demo.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    title: &'static str,
    place: &'static str,
    why: &'static str,
    requests: &'static str,
    /// In yuan; nothing if its author does not know.
    cost: Option<u64>,
    /// How many neighbours co-sign it, from 0 to 100 in a hundred.
    pub liked_by_percent: u64,
}

impl Wish {
    /// A wish with one request, which is its title: what, where, why, in yuan, and how liked.
    pub const fn small(
        title: &'static str,
        place: &'static str,
        why: &'static str,
        yuan: u64,
        liked_by_percent: u64,
    ) -> Self {
        Self { title, place, why, requests: title, cost: Some(yuan), liked_by_percent }
    }

    /// As its author fills it in.
    pub fn form(&self) -> ProposalForm {
        ProposalForm {
            title: self.title.to_owned(),
            requests: self.requests.to_owned(),
            place: self.place.to_owned(),
            why: self.why.to_owned(),
            cost: self.cost.map(|yuan| yuan.to_string()).unwrap_or_default(),
            cost_unknown: self.cost.is_none(),
            photos: Vec::new(),
        }
    }

    /// What it will cost, as reviewed, in yuan.
    pub fn reviewed_yuan(&self) -> u64 {
        self.cost.unwrap_or(20_000)
    }
}

/// The contest that collects now.
pub const AUTUMN: [Wish; 9] = [
    Wish {
        title: "在3号楼门口台阶加装扶手",
        place: "3号楼1、2单元门口",
        why: "门口有五级台阶，两边什么都没有。去年冬天下雪，楼上的周奶奶在这里摔了一跤，住了半个月医院。\
              楼里七十岁以上的老人有二十多位，每天都要走这几级台阶。",
        requests: "台阶两侧装不锈钢扶手\n最下一级贴防滑条\n台阶边缘刷黄色警示线",
        cost: Some(8_000),
        liked_by_percent: 45,
    },
    Wish {
        title: "建一个电动车充电棚",
        place: "6号楼北面空地",
        why: "很多人把电瓶拎上楼充，也有人从窗口拉线下来，很不安全。有了带顶的充电棚，大家就不用这样了。",
        requests: "搭一个能停三十辆车的雨棚\n装二十个扫码充电口\n配灭火器和烟感报警",
        cost: Some(48_000),
        liked_by_percent: 60,
    },
    Wish {
        title: "楼道灯换成声控感应灯",
        place: "1号到5号楼的楼道",
        why: "现在的灯要摸黑找开关，开关又在楼梯转角，老人晚上下楼倒垃圾最怕这一段。",
        requests: "每层换一盏感应灯\n转角加装一盏夜灯",
        cost: Some(16_500),
        liked_by_percent: 52,
    },
    Wish {
        title: "把儿童沙坑改成软地面游戏角",
        place: "中心花园东侧",
        why: "沙坑里常有猫狗粪便和碎玻璃，孩子们已经很久不去玩了，地方白白空着。",
        requests: "清走旧沙\n铺软胶地面\n留一面可以画画的墙",
        cost: Some(32_000),
        liked_by_percent: 38,
    },
    Wish {
        title: "设两个旧衣回收箱，每月公布去向",
        place: "东门和西门的门卫室旁",
        why: "换季的时候旧衣服没有地方放，扔了可惜。以前有过回收箱，但不知道衣服去了哪里，后来就没人投了。",
        requests: "放两个带锁的回收箱\n每月在公告栏公布数量和去向",
        cost: Some(3_600),
        liked_by_percent: 20,
    },
    Wish {
        title: "在南草坪边上装公共晾衣架",
        place: "7号楼与8号楼之间的南草坪",
        why: "一楼和朝北的人家晒不到太阳，被子只能晒在健身器材上，大家都不方便。",
        requests: "装六组可以放下来的晾衣架",
        cost: Some(9_800),
        liked_by_percent: 33,
    },
    Wish {
        title: "居委会门口修一条无障碍坡道",
        place: "社区居委会门口",
        why: "坐轮椅的居民来办事，每次都要两个人抬。婴儿车也上不去。",
        requests: "修一条一米二宽的缓坡\n坡道两侧装双层扶手\n门槛改平",
        cost: None,
        liked_by_percent: 48,
    },
    Wish {
        title: "把私家菜地改成大家的花园",
        place: "9号楼西侧",
        why: "几块菜地施肥的味道很大，夏天蚊子多，邻居为这个吵过好几次。不如大家一起种，一起管。",
        requests: "平整土地，留一半做共享种植箱\n招募十户人家轮流照看",
        cost: Some(15_000),
        liked_by_percent: 28,
    },
    Wish {
        title: "社区食堂给行动不便的老人送午餐",
        place: "全社区",
        why: "食堂的饭菜好，可是住在五楼六楼的独居老人下不来。每天中午送一次，也等于每天有人去看看他们。",
        requests: "买两辆带保温箱的三轮车\n先试半年，每天中午送三十份",
        cost: Some(36_000),
        liked_by_percent: 55,
    },
];

/// The contest that votes now; all of these were shortlisted.
pub const SUMMER: [Wish; 8] = [
    Wish {
        title: "中心花园增设带靠背的长椅",
        place: "中心花园环路",
        why: "老人走一圈要歇两三次，现在的石凳冬天太凉，也没有靠背和扶手。",
        requests: "装十二张带靠背和扶手的木长椅",
        cost: Some(26_000),
        liked_by_percent: 50,
    },
    Wish {
        title: "东门加装人行道减速带和反光镜",
        place: "东门出入口",
        why: "车从地库出来看不见走路的人，孩子放学的时候最危险。",
        requests: "装减速带\n装两面反光镜\n画出人行道",
        cost: Some(12_000),
        liked_by_percent: 46,
    },
    Wish {
        title: "修好4号楼的雨水管",
        place: "4号楼东山墙",
        why: "一下大雨，一楼三户人家门口就积水，墙也霉了。",
        requests: "换新雨水管\n疏通窨井\n补好墙面",
        cost: Some(38_000),
        liked_by_percent: 22,
    },
    Wish {
        title: "建一个社区图书角",
        place: "活动室二楼",
        why: "活动室下午常常空着，孩子放学没有地方去。大家家里都有闲书，可以拿来共用。",
        requests: "买书架和桌椅\n配两盏护眼灯\n请志愿者轮流值班",
        cost: Some(22_000),
        liked_by_percent: 35,
    },
    Wish {
        title: "健身角铺防滑地面并加装顶棚",
        place: "2号楼南面健身角",
        why: "雨天地砖很滑，夏天太阳晒得器材发烫，早晚才有人用。",
        requests: "铺防滑地面\n搭遮阳顶棚",
        cost: Some(49_500),
        liked_by_percent: 40,
    },
    Wish {
        title: "垃圾房装洗手池和除臭设备",
        place: "南门垃圾房",
        why: "倒完垃圾没有地方洗手，夏天味道飘到对面楼里。",
        requests: "装感应洗手池\n装除臭风机",
        cost: Some(29_800),
        liked_by_percent: 58,
    },
    Wish {
        title: "为独居老人装一键呼叫",
        place: "全社区四十户独居老人家",
        why: "去年有位老人夜里不舒服，第二天才被发现。装一个按钮，门卫和家人都能收到。",
        requests: "装四十套呼叫按钮\n门卫室装接收屏\n每季度检查一次",
        cost: Some(46_000),
        liked_by_percent: 48,
    },
    Wish {
        title: "非机动车库换新门和照明",
        place: "10号楼地下车库",
        why: "门坏了一年多，丢过三辆车；灯也只亮一半。",
        requests: "换自动门\n换节能灯\n装两个摄像头",
        cost: Some(34_000),
        liked_by_percent: 30,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_is_a_proposal_the_rules_take() {
        for wish in AUTUMN.iter().chain(&SUMMER) {
            let content = wish.form().parse();
            assert!(content.is_ok(), "{}: {content:?}", wish.title);
            assert!(wish.reviewed_yuan() <= 50_000);
        }
    }
}
