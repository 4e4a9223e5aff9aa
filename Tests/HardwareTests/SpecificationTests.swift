import Hardware
import Testing

/// oslo.utils' own cases for its specs matcher.
@Suite("The specs matcher's language")
struct SpecificationTests {
    @Test(
        "holds and fails to hold as in oslo.utils",
        arguments: [
            ("1", "1", true), ("01", "1", false), ("01", "== 1", true), ("", "1", false),
            ("3", "1", false), ("222", "2", false), ("4", "! 2", false), ("123", "= 123", true),
            ("124", "= 123", true), ("34", "= 234", false), ("34", "=", false),
            ("123", "s== 123", true), ("1234", "s== 123", false), ("1234", "s!= 123", true),
            ("123", "s!= 123", false), ("234", "s>= 1000", true), ("234", "s>= 234", true),
            ("1000", "s>= 234", false), ("1000", "s<= 1234", true), ("1234", "s<= 1234", true),
            ("1234", "s<= 1000", false), ("12", "s< 2", true), ("2", "s< 12", false),
            ("12", "s< 12", false), ("2", "s> 12", true), ("12", "s> 2", false),
            ("12", "s> 12", false), ("12311321", "<in> 11", true),
            ("12311321", "<in> 12311321", true), ("12311321", "<in> 12311321 <in>", true),
            ("12310321", "<in> 11", false), ("12310321", "<in> 11 <in>", false),
            ("12", "<or> 11 <or> 12", true), ("12", "<or> 11 <or> 12 <or>", true),
            ("12", "<or> 12", true), ("13", "<or> 11 <or> 12", false),
            ("13", "<or> 11 <or> 12 <or>", false), ("13", "<or> 11", false),
            ("2", "<= 10", true), ("10", "<= 10", true), ("3", "<= 2", false),
            ("3", ">= 1", true), ("3.0", ">= 3", true), ("3", "> 1", true), ("3", "> 3", false),
            ("3.0", "> 2", true), ("3", "< 5", true), ("3", "< 3", false), ("1.0", "< 6", true),
            ("2", ">= 3", false), ("3.2", "!= 3.1", true), ("3.2", "!= 3.2", false),
            ("3", "== 3", true), ("3.0", "== 3", true), ("3.0", "== 3.1", false),
        ])
    func texts(value: String, specification: String, holds: Bool) throws {
        #expect(try Specification(specification).holds(for: .text(value)) == holds)
    }

    @Test(
        "asks with <all-in> for elements of a list, not for pieces of them",
        arguments: [
            ("['aes', 'mmx', 'aux']", "<all-in> aes mmx", true),
            ("['aes', 'mmx', 'aux']", "<all-in> mmx", true),
            ("['aes', 'mmx', 'aux']", "<all-in> txt", false),
            ("['aes', 'mmx', 'aux']", "<all-in> txt 3dnow", false),
            ("['aes', 'mmx', 'aux']", "<all-in> txt aes", false),
            ("['X_X']", "<all-in> _", false), ("['X___X']", "<all-in> ___", false),
            ("['aes', 'mmx', 'aux']", "<all-in> XaesX", false),
            ("['aes', 'mmx', 'aux']", "<all-in> e", false), ("[\"a\", 5]", "<all-in> a", true),
            ("[]", "<all-in> a", false), ("['it\\'s', ]", "<all-in> it's", true),
        ])
    func lists(value: String, specification: String, holds: Bool) throws {
        #expect(try Specification(specification).holds(for: .text(value)) == holds)
    }

    @Test(
        "takes the bounds of <range-in> in or out by their brackets",
        arguments: [
            ("23", "[ 10 20 ]", false), ("23", "[ 10 20 )", false), ("5", "[ 10 20 ]", false),
            ("5", "( 10 20 ]", false), ("20.3", "[ 10.1 20.2 ]", false),
            ("20.3", "[ 10.1 20.2 )", false), ("5.0", "[ 5.1 20.2 ]", false),
            ("5.0", "( 5.1 20.2 ]", false), ("10", "[ 10 20 ]", true), ("10", "( 10 20 ]", false),
            ("10.1", "[ 10.1 20 ]", true), ("10.1", "( 10.1 20 ]", false),
            ("15", "[ 10 20 ]", true), ("15.5", "[ 10 20 ]", true), ("20", "[ 10 20 ]", true),
            ("20", "[ 10 20 )", false), ("20.5", "[ 10 20.5 ]", true),
            ("20.5", "[ 10 20.5 )", false), ("'15'", "[ 10 20 ]", true),
        ])
    func ranges(value: String, range: String, holds: Bool) throws {
        let specification = Specification("<range-in> " + range)
        #expect(try specification.holds(for: .text(value)) == holds)
    }

    @Test(
        "cannot be held against what is not of the operator's sort",
        arguments: [
            ("aes", "<all-in> aes"), ("{'aes': 1}", "<all-in> aes"), ("^&*($", "<all-in> aes"),
            ("23", "<range-in> [ 10 ]"), ("23", "<range-in> 10 20"), ("23", "<range-in> 10 20 ]"),
            ("23", "<range-in> [ 10 20"), ("23", "<range-in> { 10 20 }"),
            ("23", "<range-in> ) 10 20 )"), ("23", "<range-in> ( 10 20 ("),
            ("23", "<range-in> ) 10 20 ("), ("23", "<range-in> [ 10 20 30 ]"),
            ("23", "<range-in> [ 20 10 ]"), ("inf", "<range-in> [ 10 20 ]"), ("abc", "> 5"),
            ("5", "> abc"), ("0x10", "> 5"), ("1__0", "> 5"),
        ])
    func incomparable(value: String, specification: String) {
        #expect(throws: SpecificationFailure.self) {
            try Specification(specification).holds(for: .text(value))
        }
    }

    @Test(
        "reads numbers as Python does",
        arguments: [
            (" 5 ", 5.0), ("1_000", 1000), ("-2.5", -2.5), ("+3", 3), ("1e3", 1000), (".5", 0.5),
            ("5.", 5), ("INF", .infinity), ("-infinity", -.infinity),
        ])
    func numbers(text: String, number: Double) throws {
        #expect(try Specification("== \(number)").holds(for: .text(text)))
    }

    @Test("takes a number for no text")
    func numberAndText() throws {
        #expect(try !Specification("5").holds(for: .number(5)))
        #expect(try !Specification("s== 5.0").holds(for: .number(5)))
        #expect(try Specification("s!= 5.0").holds(for: .number(5)))
        #expect(try !Specification("<or> 5 <or> 5.0").holds(for: .number(5)))
        #expect(throws: SpecificationFailure.wrongKind) {
            try Specification("<in> 5").holds(for: .number(5))
        }
        #expect(try Specification("<range-in> [ 5 6 )").holds(for: .number(5)))
    }
}
