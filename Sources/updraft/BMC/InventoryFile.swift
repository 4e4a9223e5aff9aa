import BareMetal
import Hardware

/// An inventory of any form, with its notices told.
enum InventoryFile {
    static func read(_ path: String) throws(InputProblems) -> Inventory {
        let inventory = try InventoryReader.read(
            try InputSource.read(path), file: InputSource.name(path))
        for notice in inventory.notices { StandardError.print("notice: \(notice)") }
        return inventory
    }
}
