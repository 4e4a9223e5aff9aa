/// Something that a template may call.
struct JinjaFunction {
    typealias Named = [(name: String, value: JinjaValue)]

    let name: String
    let call: ([JinjaValue], Named) throws(JinjaFault) -> JinjaValue

    init(
        _ name: String, _ call: @escaping ([JinjaValue], Named) throws(JinjaFault) -> JinjaValue
    ) {
        self.name = name
        self.call = call
    }
}
