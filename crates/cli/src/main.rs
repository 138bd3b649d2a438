//! The binary.

fn main() -> anyhow::Result<()> {
    doorstep_cli::main()
}
