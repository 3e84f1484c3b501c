//! Which crate a function comes from, read off its mangled name (Rust's older and newer way).

/// Paths that name an earlier part of themselves do so a few times at most.
const JUMPS_MAX: usize = 8;

/// The crate in which a function was written, also when another crate's types made it.
///
/// Nothing for what no crate has: exports, and what the linker or the tools put in.
pub fn crate_of(name: &str) -> Option<&str> {
    match name.strip_prefix("_ZN") {
        Some(path) => of_older(path),
        None => of_newer(name.strip_prefix("_R")?),
    }
}

/// `4core3ptr…E`: parts with their lengths. One that is no plain name begins with `_$LT$`, and
/// stands for `<Type as Trait>`, with `..` between the parts of paths.
fn of_older(path: &str) -> Option<&str> {
    let (length, rest) = length(path)?;
    let first = rest.get(..length)?;
    if first.chars().all(is_of_name) {
        return Some(first).filter(|name| !name.is_empty());
    }
    let before = &first[..first.find("..")?];
    before.rsplit(|sign: char| !is_of_name(sign)).next().filter(|name| !name.is_empty())
}

fn is_of_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

/// Tags before what they are of (RFC 2603): the crate is the first thing that has a name.
fn of_newer(symbol: &str) -> Option<&str> {
    let (mut rest, mut n_jumps) = (symbol, 0);
    loop {
        let (tag, after) = rest.split_at_checked(1)?;
        rest = match tag {
            "C" => return named(without_number(after, 's')),
            // The kind of the name, and the foreign convention of a function.
            "N" | "K" => after.get(1..)?,
            "M" | "X" => without_number(after, 's'),
            "R" | "Q" => without_number(after, 'L'),
            "F" | "D" => without_number(after, 'G'),
            "B" if n_jumps < JUMPS_MAX => {
                n_jumps += 1;
                symbol.get(number(after)?..)?
            }
            "I" | "Y" | "P" | "O" | "S" | "A" | "T" | "U" | "E" => after,
            // One letter for each basic type.
            basic if basic.bytes().all(|byte| byte.is_ascii_lowercase()) => after,
            _ => return None,
        };
    }
}

/// What follows a number that a mark may announce.
fn without_number(text: &str, mark: char) -> &str {
    let number = text.strip_prefix(mark);
    number.and_then(|number| number.split_once('_')).map_or(text, |(_, rest)| rest)
}

/// A number of base 62: `_` is 0, `0_` is 1.
fn number(text: &str) -> Option<usize> {
    let (digits, _) = text.split_once('_')?;
    if digits.is_empty() {
        return Some(0);
    }
    let mut number = 0_usize;
    for digit in digits.bytes() {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'z' => digit - b'a' + 10,
            b'A'..=b'Z' => digit - b'A' + 36,
            _ => return None,
        };
        number = number.checked_mul(62)?.checked_add(usize::from(value))?;
    }
    number.checked_add(1)
}

/// A name after its length; a `_` stands between where it begins with a digit or with one.
fn named(text: &str) -> Option<&str> {
    let (length, rest) = length(text)?;
    let name = rest.strip_prefix('_').unwrap_or(rest).get(..length)?;
    Some(name).filter(|name| !name.is_empty())
}

/// How long the name is, and what follows that.
fn length(text: &str) -> Option<(usize, &str)> {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..n_digits].parse().ok()?, &text[n_digits..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_path_begins_with_its_crate() {
        for (name, of) in [
            ("_ZN4core3ops8function6FnOnce9call_once17h0dd739f6a26c5f13E", "core"),
            ("_ZN10huiyin_app7browser7storage3get17h19f141336ce41f2dE local_shim", "huiyin_app"),
            (
                "_ZN6tachys14reactive_graph52_$LT$impl$u20$tachys..view..Render$u20$for$u20$F$GT$5build17hE",
                "tachys",
            ),
        ] {
            assert_eq!(crate_of(name), Some(of), "{name}");
        }
    }

    #[test]
    fn a_trait_for_a_type_is_of_the_first_crate_in_it() {
        for (name, of) in [
            (
                "_ZN77_$LT$alloc..raw_vec..RawVec$LT$T$C$A$GT$$u20$as$u20$core..ops..drop..Drop$GT$4drop17hE",
                "alloc",
            ),
            (
                "_ZN50_$LT$T$u20$as$u20$reactive_graph..traits..Read$GT$8try_read17h6f70250a69f4b81eE",
                "reactive_graph",
            ),
            (
                "_ZN98_$LT$$RF$mut$u20$serde_json..de..Deserializer$LT$R$GT$$u20$as$u20$serde_core..de..Deserializer$GT$15deserialize_seq17hE",
                "serde_json",
            ),
        ] {
            assert_eq!(crate_of(name), Some(of), "{name}");
        }
    }

    #[test]
    fn the_newer_way_is_read_too() {
        for (name, of) in [
            (
                "_RNvMNtNtNtCsebHcaeoSrxy_3std4sync4mpmc7contextNtB2_7Context10wait_until.6533",
                "std",
            ),
            (
                "_RINvNtCsgXGp5Oqx2Ny_4core3ptr13drop_in_placeNtNtNtCs5cOc02OMXlo_5alloc3ffi5c_str8NulErrorECsebHcaeoSrxy_3std",
                "core",
            ),
            ("_RNvYNtCs1_3one4TypeNtCs2_3two5Trait3run", "one"),
            ("_RNvYlNtCs2_3two5Trait3run", "two"),
            ("_RNCNvC3one3run0", "one"),
        ] {
            assert_eq!(crate_of(name), Some(of), "{name}");
        }
    }

    #[test]
    fn what_is_of_no_crate_or_nonsense_has_none() {
        for name in
            ["memcpy", "__wbindgen_malloc", "", "_R", "_ZN", "_ZN99core", "_RB_", "_RNv", "_ZN3€E"]
        {
            assert_eq!(crate_of(name), None, "{name}");
        }
    }

    #[test]
    fn numbers_count_from_an_empty_one() {
        assert_eq!(
            [number("_"), number("0_"), number("Z_"), number("10_")],
            [Some(0), Some(1), Some(62), Some(63)]
        );
        assert_eq!(number("10"), None);
    }
}
