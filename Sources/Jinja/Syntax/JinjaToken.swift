/// A word of a template.
struct JinjaToken: Hashable {
    enum Kind: Hashable {
        case data(String)
        case variableBegin, variableEnd, blockBegin, blockEnd
        case name(String)
        case string(String)
        case integer(Int)
        case real(Double)
        case sign(String)
        case end
    }

    let kind: Kind
    let line: Int
}
