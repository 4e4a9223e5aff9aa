import World

/// `OS::Heat::RandomString`: a text drawn once, by rules of what must be in it.
struct RandomString: ResourceType {
    private struct Part {
        let letters: [Character]
        let least: Int
    }

    private static let classes: [String: String] = {
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let (upper, digits) = (lower.uppercased(), "0123456789")
        return [
            "lettersdigits": lower + upper + digits, "letters": lower + upper,
            "lowercase": lower, "uppercase": upper, "digits": digits,
            "hexdigits": digits + "ABCDEF", "octdigits": "01234567",
        ]
    }()

    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        let least = Self.parts(properties).reduce(0) { $0 + $1.least }
        if least > properties.integer("length") ?? 0 {
            throw ResourceFailure(
                "StackValidationFailed",
                "Length property cannot be smaller than combined character class and character "
                    + "sequence minimums")
        }
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let parts = Self.parts(work.properties)
        let length = work.properties.integer("length") ?? 0
        work["value"] = .string(
            work.random.draw { generator in
                var drawn = parts.flatMap { part in
                    (0..<part.least).compactMap { _ in part.letters.randomElement(using: &generator)
                    }
                }
                let all = parts.flatMap(\.letters)
                while drawn.count < length, let letter = all.randomElement(using: &generator) {
                    drawn.append(letter)
                }
                drawn.shuffle(using: &generator)
                return String(drawn)
            })
        work.record.physicalID = work.physicalName()
        return .done
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        name == "value" ? resource.record["value"] : nil
    }

    func reference(
        to record: ResourceRecord, _ sight: any StackSight
    ) async throws(StoreError) -> TemplateValue {
        record.physicalID == nil ? .string(record.name) : record["value"]
    }

    private static func parts(_ properties: PropertyValues) -> [Part] {
        let sequences = properties.list("character_sequences").map { item in
            Part(letters: Array(item["sequence"].text), least: item["min"].index ?? 1)
        }
        let named = properties.list("character_classes").map { item in
            Part(
                letters: Array(classes[item["class"].text] ?? ""), least: item["min"].index ?? 1)
        }
        return sequences + named
    }
}
