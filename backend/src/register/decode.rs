//! Decoding: the bytes of a table become text, whatever saved it.

use encoding_rs::{Encoding, GB18030};
use huiyin_domain::register::FileFault;

/// With what files of spreadsheets themselves begin: `.xlsx` and the older `.xls`.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// UTF-8 with or without its mark, UTF-16 with it, or else GB18030, as Excel in China saves it.
pub fn decode(bytes: &[u8]) -> Result<String, FileFault> {
    if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        return Err(FileFault::Workbook);
    }
    let with = |encoding: &'static Encoding, bytes: &[u8]| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned).ok_or(FileFault::NotText)
    };
    if let Some((encoding, n_mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[n_mark..]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => with(GB18030, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_16LE;

    const TABLE: &str = "姓名,楼栋,室\r\n王阿姨,3号楼,501\r\n𠮷老师,3号楼,502\r\n";

    #[test]
    fn a_table_is_read_in_the_encodings_of_spreadsheets() {
        let gb18030 = GB18030.encode(TABLE).0.into_owned();
        assert_ne!(gb18030, TABLE.as_bytes());
        assert_eq!(decode(&gb18030).unwrap(), TABLE);
        assert_eq!(decode(TABLE.as_bytes()).unwrap(), TABLE);
        assert_eq!(decode(format!("\u{feff}{TABLE}").as_bytes()).unwrap(), TABLE);
        let mut wide = vec![0xff, 0xfe];
        wide.extend(TABLE.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(Encoding::for_bom(&wide), Some((UTF_16LE, 2)));
        assert_eq!(decode(&wide).unwrap(), TABLE);
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(decode(b"PK\x03\x04..."), Err(FileFault::Workbook));
        assert_eq!(decode(b"\xff\xff\xff"), Err(FileFault::NotText));
        assert_eq!(decode(b""), Ok(String::new()));
    }
}
