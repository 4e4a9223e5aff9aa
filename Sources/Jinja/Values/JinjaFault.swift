/// What goes wrong with values, before it is known in which line: or an error of another line.
enum JinjaFault: Error {
    case value(String)
    case place(JinjaError)
}
