/// Why a text is no literal of Python's, and where reading stopped.
package struct PythonSyntaxError: Error, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    package let message: String
}
