//! The columns of a register, by the names that offices give them.
use super::{Part, RowFault, words};
use crate::digits::digit;
use serde::{Deserialize, Serialize};

/// A column of the register (列).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// What the neighbours call them (姓名).
    Name,
    /// The building (楼栋).
    Building,
    /// The unit (单元).
    Unit,
    /// The room (室).
    Room,
    /// A telephone number (电话).
    Phone,
    /// The number of the household (户号).
    Household,
}

impl Column {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Building, Self::Unit, Self::Room, Self::Phone, Self::Household];
    /// Those without which nobody can be found.
    pub const NEEDED: [Self; 3] = [Self::Name, Self::Building, Self::Room];

    /// The names it goes by, the one we write first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["姓名", "称呼", "名字", "name"],
            Self::Building => &["楼栋", "楼号", "栋", "楼", "building"],
            Self::Unit => &["单元", "单元号", "unit"],
            Self::Room => &["室", "室号", "房号", "门牌", "房间", "room"],
            Self::Phone => &["电话", "手机", "联系电话", "手机号", "phone", "telephone"],
            Self::Household => &["户号", "户编号", "household"],
        }
    }

    /// The column that a cell of the first line names.
    pub fn of(cell: &str) -> Option<Self> {
        let cell: String = cell.chars().filter(|sign| !sign.is_whitespace()).collect();
        let cell = cell.to_lowercase();
        Self::ALL.into_iter().find(|column| column.names().contains(&cell.as_str()))
    }

    /// What a bare number in this column is called in full, as in `3号楼`.
    fn after_number(self) -> &'static str {
        match self {
            Self::Building => "号楼",
            Self::Unit => "单元",
            Self::Room => "室",
            Self::Name | Self::Phone | Self::Household => "",
        }
    }
}

/// A part of an address as everybody writes it: `３`, `3 ` and `3号楼` are one building.
pub fn part(column: Column, cell: &str) -> Result<Option<Part>, RowFault> {
    let Some(said) = words::<{ Part::MAX_CHARS }>(cell)? else { return Ok(None) };
    let narrow = |sign: char| match sign {
        '０'..='９' => digit(sign).map_or(sign, |digit| char::from(b'0' + digit)),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' => {
            char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
        }
        other => other,
    };
    let said: String = said.as_str().chars().map(narrow).collect();
    // Chinese is written without spaces; `Tower B` is not.
    let is_spaced = said.is_ascii() && said.contains(|sign: char| sign.is_ascii_alphabetic());
    let said: String = said.chars().filter(|sign| is_spaced || !sign.is_whitespace()).collect();
    let whole = match said.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{said}{}", column.after_number()),
        false => said,
    };
    words(&whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_what_offices_call_them() {
        for (cell, column) in [
            ("姓名", Column::Name),
            (" 楼 栋 ", Column::Building),
            ("Building", Column::Building),
            ("室号", Column::Room),
            ("联系电话", Column::Phone),
            ("HOUSEHOLD", Column::Household),
        ] {
            assert_eq!(Column::of(cell), Some(column), "{cell}");
        }
        assert_eq!(Column::of("身份证号"), None);
    }

    #[test]
    fn one_building_has_one_name() {
        let building = |cell: &str| part(Column::Building, cell).unwrap().unwrap().to_string();
        for cell in ["3", " ３ ", "3号楼", "3 号楼"] {
            assert_eq!(building(cell), "3号楼", "{cell}");
        }
        assert_eq!(building("梧桐苑"), "梧桐苑");
        assert_eq!(part(Column::Unit, " — "), Ok(None));
        assert_eq!(part(Column::Room, "-101"), Err(RowFault::Formula));
        assert_eq!(part(Column::Room, "<b>"), Err(RowFault::Markup));
    }
}
