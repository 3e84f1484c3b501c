//! The `huiyin` program: everything it does lives in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    huiyin_backend::cli::run(std::env::args_os())
}
