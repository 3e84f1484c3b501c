//! Drawing a QR code (二维码) as SVG.

use std::fmt::Write;

use huiyin_domain::web_address::WebAddress;
use qrcode::{Color, EcLevel, QrCode};

use crate::failure::{Failure, Outcome};

/// The white around the squares, in squares: ISO/IEC 18004 asks for four.
const QUIET_ZONE: usize = 4;

/// The code of an address: black squares on white, with `title` for those who do not see it.
///
/// Level M: still read when a seventh of it is creased or stained.
pub fn draw(address: &WebAddress, title: &str) -> Outcome<String> {
    draw_text(address.as_str(), title)
}

/// The same for an address that no browser opens, such as `otpauth:`.
pub fn draw_text(text: &str, title: &str) -> Outcome<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| {
        Failure::Broken(format!("an address does not become a QR code: {error}"))
    })?;
    let n_squares = code.width();
    let side = n_squares + 2 * QUIET_ZONE;
    let mut path = String::new();
    for (row, colors) in code.to_colors().chunks(n_squares).enumerate() {
        let mut column = 0;
        for run in colors.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, n) = (column + QUIET_ZONE, row + QUIET_ZONE, run.len());
                // Writing into a String never fails.
                let _ = write!(path, "M{x} {y}h{n}v1h-{n}z");
            }
            column += run.len();
        }
    }
    let title = escaped(title);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" \
         shape-rendering=\"crispEdges\"><title>{title}</title>\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

/// A text as it stands between the tags of XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which squares are dark, read back off the path, row by row.
    fn squares(svg: &str) -> Vec<Vec<bool>> {
        let side: usize =
            svg.split("0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut squares = vec![vec![false; side]; side];
        let path = svg.rsplit("d=\"").next().unwrap().split('"').next().unwrap();
        for run in path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (n, _) = rest.split_once('v').unwrap();
            let [x, y, n] = [x, y, n].map(|number| number.parse::<usize>().unwrap());
            squares[y][x..x + n].fill(true);
        }
        squares
    }

    #[test]
    fn a_code_has_its_three_corners_and_white_around_it() {
        let address = WebAddress::parse("https://huiyin.example/proposals/128").unwrap();
        let svg = draw(&address, "a & <b>").unwrap();
        assert!(svg.contains("<title>a &amp; &lt;b&gt;</title>"), "{svg}");
        let squares = squares(&svg);
        let side = squares.len();
        let is_quiet = |at: usize| at < QUIET_ZONE || at >= side - QUIET_ZONE;
        for (y, row) in squares.iter().enumerate() {
            for (x, is_dark) in row.iter().enumerate() {
                assert!(!(*is_dark && (is_quiet(x) || is_quiet(y))), "{x} {y}");
            }
        }
        // A ring of seven dark squares around a ring of white around three by three.
        let eye = |left: usize, top: usize| {
            (0..7).all(|x| {
                (0..7).all(|y| {
                    let ring = x.min(y).min(6 - x).min(6 - y);
                    squares[top + y][left + x] == (ring != 1)
                })
            })
        };
        let far = side - QUIET_ZONE - 7;
        assert!(eye(QUIET_ZONE, QUIET_ZONE) && eye(far, QUIET_ZONE) && eye(QUIET_ZONE, far));
        assert!(!eye(far, far), "the fourth corner has none");
    }

    #[test]
    fn the_longest_address_still_fits() {
        let longest = format!("https://{}", "提".repeat(WebAddress::MAX_CHARS - 8));
        let svg = draw(&WebAddress::parse(&longest).unwrap(), "");
        assert!(svg.is_ok());
    }
}
