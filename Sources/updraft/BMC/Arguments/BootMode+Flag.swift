public import ArgumentParser
public import Hardware

/// `--uefi` and `--bios`.
extension BootMode: EnumerableFlag {}
