//! The people of the demo community: invented neighbours, the same each time.

use super::lots::Lots;

/// The people with a printed letter, first; then everybody else.
const FIRST: [&str; 6] = [
    "3号楼 王阿姨",
    "5号楼 李师傅",
    "1号楼 陈老师",
    "2号楼 刘奶奶",
    "8号楼 黄先生",
    "6号楼 马女士",
];

const SURNAMES: [&str; 24] = [
    "赵", "钱", "孙", "周", "吴", "郑", "冯", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "许",
    "何", "吕", "张", "孔", "曹", "严", "金", "魏",
];

const CALLED: [&str; 9] = ["阿姨", "叔叔", "师傅", "老师", "奶奶", "爷爷", "女士", "先生", "医生"];

/// How many residents the demo community has.
pub const N_RESIDENTS: usize = 60;

/// A resident of the demo community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// What the neighbours call them.
    pub public_name: String,
    /// Where they live.
    pub address: String,
    /// In which building.
    pub building: String,
    /// In which room of it.
    pub room: String,
}

/// All residents, those with a printed letter first.
pub fn neighbours() -> Vec<Neighbour> {
    let mut lots = Lots::new("huiyin/demo/people");
    let mut names: Vec<String> = FIRST.iter().map(|name| (*name).to_owned()).collect();
    while names.len() < N_RESIDENTS {
        let building = lots.below(12) + 1;
        let surname = SURNAMES[lots.weighted(&[1; SURNAMES.len()])];
        let called = CALLED[lots.weighted(&[4, 4, 3, 3, 3, 3, 4, 4, 1])];
        let name = format!("{building}号楼 {surname}{called}");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let homes = names.into_iter().map(|public_name| {
        let building = public_name.split(' ').next().unwrap_or_default().to_owned();
        let (floor, door) = (lots.below(6) + 1, lots.below(2) + 1);
        let room = format!("{floor}0{door}室");
        Neighbour {
            address: format!("梧桐路88弄{building}{room}"), building, room, public_name
        }
    });
    homes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_sixty_neighbours_with_names_of_their_own() {
        let people = neighbours();
        let names: BTreeSet<_> = people.iter().map(|person| &person.public_name).collect();
        assert_eq!(names.len(), N_RESIDENTS);
        assert_eq!(people, neighbours());
        assert_eq!(people[0].public_name, "3号楼 王阿姨");
    }
}
