import Documents

/// A folder of edeploy's: `state`, and for each profile `<profile>.specs` and `<profile>.cmdb`.
package struct MatchConfiguration {
    /// In the order of `state`.
    package let profiles: [MatchProfile]
    /// What is doubtful but no hindrance: lines that nothing matches, and unreadable files of
    /// profiles that `state` does not name.
    package let findings: [MatchFinding]

    /// Reads a folder.
    ///
    /// - Parameter files: the folder's files, text by name. Without `state`, every specification
    ///   is for any number of machines, in the order of names.
    /// - Throws: all that is wrong with what `state` names, each with file, line and column.
    package init(_ files: [String: String]) throws(MatchConfigurationError) {
        var reader = Reader(files: files)
        let state = reader.state()
        let profiles = state.entries.compactMap { reader.profile($0) }
        let named = Set(state.entries.map(\.name))
        for name in reader.specificationNames where !named.contains(name) {
            reader.look(at: name)
        }
        guard reader.errors.isEmpty else { throw MatchConfigurationError(errors: reader.errors) }
        self.profiles = profiles
        findings = reader.findings
    }

    private struct Reader {
        let files: [String: String]
        var errors: [MatchFinding] = []
        var findings: [MatchFinding] = []

        var specificationNames: [String] {
            files.keys.filter { $0.hasSuffix(".specs") }.map { String($0.dropLast(6)) }.sorted()
        }

        mutating func state() -> ProfileState {
            guard let text = files["state"] else {
                return ProfileState(specificationNames.map { .init(name: $0, count: .any) })
            }
            do throws(PythonSyntaxError) {
                return try ProfileState(text)
            } catch {
                errors.append(MatchFinding(file: "state", error))
                return ProfileState([])
            }
        }

        mutating func profile(_ entry: ProfileState.Entry) -> MatchProfile? {
            let file = "\(entry.name).specs"
            guard let text = files[file] else {
                let message = "there is no such file, and 'state' names '\(entry.name)'"
                errors.append(MatchFinding(file: file, place: nil, message: message))
                return nil
            }
            let database = database(entry.name)
            do throws(PythonSyntaxError) {
                let spec = try MatchSpec(text)
                findings += spec.findings.map {
                    MatchFinding(file: file, place: $0.place, message: $0.message)
                }
                return MatchProfile(
                    name: entry.name, count: entry.count, spec: spec, database: database)
            } catch {
                errors.append(MatchFinding(file: file, error))
                return nil
            }
        }

        private mutating func database(_ name: String) -> ConfigurationDatabase? {
            let file = "\(name).cmdb"
            guard let text = files[file] else { return nil }
            do throws(PythonSyntaxError) {
                return try ConfigurationDatabase(text)
            } catch {
                errors.append(MatchFinding(file: file, error))
                return nil
            }
        }

        /// Notes what is wrong with a profile that nobody is given.
        mutating func look(at name: String) {
            let before = errors.count
            _ = profile(.init(name: name, count: .any))
            findings += errors[before...]
            errors.removeLast(errors.count - before)
        }
    }
}
