import Documents
import Testing

struct YAMLWritingTests {
    private static let values: [DocumentValue] = [
        [:], [], "", "text", 1, true, .null, 1.5,
        ["a": [:] as DocumentValue, "b": [] as DocumentValue, "c": ["d": ["e": 1]]],
        [["a": 1, "b": [1, 2]], [[1, 2], [3]], "x", [] as DocumentValue],
        [
            "yes": "yes", "1": "1", "0x1": "010", "null": "null", "~": "~", "a b": "- x",
            "k": "a: b", "colon": "a:", "hash": "a # b", "quote": "\"x'", "space": " x ",
            "date": "2014-10-16", "OS::Heat::X": "a::b", "star": "*x", "at": "@x", "tab": "a\tb",
            "é": "ünïcode", "dash": "---", "merge": "<<", "number": "1e3", "time": "12:30:00",
        ],
        [
            "script": "#!/bin/sh\necho a\n\n  b\n", "open": "a\nb", "blank": "a\n\n", "lead": "\na",
            "indent": "  a\nb\n", "trail": "a \nb", "list": ["x\ny\n"],
        ],
    ]

    @Test(arguments: values)
    func `what is written is read back the same`(_ value: DocumentValue) throws {
        #expect(try DocumentValue(yaml: value.yaml) == value)
    }

    @Test func `people can read it`() {
        let value: DocumentValue = [
            "resources": ["compute-1-servers": ["type": "OS::Heat::ResourceGroup"]],
            "text": "one\ntwo\n", "list": [["a": 1, "b": "x y"], 2],
        ]
        #expect(
            value.yaml == """
                resources:
                  compute-1-servers:
                    type: OS::Heat::ResourceGroup
                text: |
                  one
                  two
                list:
                - a: 1
                  b: x y
                - 2

                """)
    }
}
