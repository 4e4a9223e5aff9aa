/// Why a ramdisk's data cannot be taken.
package struct InspectionFault: Error, Hashable, CustomStringConvertible {
    package let message: String
    package var description: String { message }

    init(_ message: String) { self.message = message }
}
