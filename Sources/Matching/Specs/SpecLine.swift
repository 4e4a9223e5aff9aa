package import Documents
package import Facts

/// One line of a specification: a fact that a machine must have.
package struct SpecLine {
    /// What stands in the file.
    package let texts: Fact
    package let place: TextPlace
    /// One for each column.
    let fields: [SpecField]
    /// The columns in which variables stand, and which.
    let variables: [(column: FactColumn, number: Int)]

    init(texts: Fact, place: TextPlace, fields: [SpecField]) {
        self.texts = texts
        self.place = place
        self.fields = fields
        variables = zip(FactColumn.allCases, fields).compactMap { column, field in
            field.variable.map { (column, $0) }
        }
    }

    func accepts(_ fact: Fact) -> Bool {
        // The columns that tell facts apart first.
        fields[2].accepts(fact.key) && fields[0].accepts(fact.kind)
            && fields[3].accepts(fact.value) && fields[1].accepts(fact.id)
    }

    /// How many of the columns a fact satisfies.
    func agreement(with fact: Fact) -> Int {
        zip(FactColumn.allCases, fields).count { column, field in field.accepts(fact[column]) }
    }
}
