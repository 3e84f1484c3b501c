//! A table for a terminal: first column left, numbers right.

/// Prints rows under a heading, each column as wide as its widest cell.
pub(crate) fn print(title: &str, heading: &[&str], rows: &[Vec<String>]) {
    println!("\n{title}");
    for line in lines(heading, rows) {
        println!("{line}");
    }
}

fn lines(heading: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let heading: Vec<String> = heading.iter().map(|&word| word.to_owned()).collect();
    let all: Vec<&Vec<String>> = std::iter::once(&heading).chain(rows).collect();
    let widths: Vec<usize> = (0..heading.len())
        .map(|column| {
            all.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    all.iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, &width))| match column {
        0 => format!("{cell:<width$}"),
        _ => format!("{cell:>width$}"),
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other() {
        let rows = vec![vec!["Łódź".to_owned(), "9".to_owned()]];
        assert_eq!(lines(&["place", "s"], &rows), ["place  s", "Łódź   9"]);
    }
}
