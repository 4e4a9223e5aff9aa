import Crypto
import Documents
import Foundation
import OrderedCollections
import TestFiles
import Testing

@testable import Jinja

/// Whole trees of TripleO's, held against Jinja 3.1.6 under the rules of `process-templates`; the
/// fixture keeps a digest of every tree with each of its roles and networks.
struct JinjaTreeTests {
    private static let shared = URL(filePath: #filePath, directoryHint: .notDirectory)
        .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/inputs/tripleo-heat-templates")

    private static var isThere: Bool {
        FileManager.default.fileExists(atPath: shared.path())
    }

    private static func files(of tree: String) throws -> OrderedDictionary<String, String> {
        let root = shared.appending(path: tree)
        let names = FileManager.default.enumerator(atPath: root.path())?.allObjects as? [String]
        var files: OrderedDictionary<String, String> = [:]
        for name in (names ?? []).sorted() where name.contains(".j2") || name.contains("_data") {
            files[name] = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        }
        for name in (names ?? []).sorted()
        where name.hasPrefix("network-data-samples/") || name == "j2_excludes.yaml" {
            files[name] = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        }
        return files
    }

    @Test(.enabled(if: isThere, "there is no ../shared beside this clone"))
    func `every tree is rendered to the byte`() throws {
        let trees = try #require(try Fixture.document("jinja.json")["trees"]?.list)
        #expect(trees.count == 40)
        for item in trees {
            let files = try Self.files(of: try #require(item["tree"]?.string))
            let roles = try #require(item["roles"]?.string.flatMap { files[$0] })
            let networks = item["networks"]?.string.flatMap { files[$0] } ?? ""
            let rendered = try TripleOTree(files).rendered(
                roles: DocumentValue(yaml: roles), networks: DocumentValue(yaml: networks))
            var digest = SHA256()
            for path in rendered.keys.sorted() {
                digest.update(data: Data("\(path)\n\(rendered[path] ?? "")\n".utf8))
            }
            let hexadecimal = digest.finalize().map {
                String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
            }.joined()
            #expect(rendered.count == item["count"]?.integer)
            #expect(hexadecimal == item["sha256"]?.string, "\(item)")
        }
    }

    @Test func `roles and networks make a file each, and excluded ones none`() throws {
        let tree = TripleOTree([
            "j2_excludes.yaml": "name: [puppet/compute-role.yaml]",
            "puppet/role.role.j2.yaml": "{{role.name}} {{ networks|length }}\n",
            "old.role.j2.yaml": "{{role}}",
            "network/config/a/role.role.j2.yaml": "{{role.name}}",
            "network/ports/port.network.j2.yaml": "{{ network.name }} {{ network.idx }}",
            "network/network.network.j2.yaml": "{{ network.name_lower }}",
            ".git/x.j2.yaml": "hidden",
            "all.j2.yaml": "{% for r in roles %}{{ r.name }}{% endfor %}{% include 'part.j2' %}",
            "part.j2": "!",
        ])
        let rendered = try tree.rendered(
            roles: DocumentValue(
                yaml: "[{name: Controller}, {name: Compute, deprecated_nic_config_name: c.yaml}]"),
            networks: DocumentValue(
                yaml: "[{name: Ext}, {name: Off, enabled: false}, {name: In, name_lower: inside}]"))
        #expect(
            rendered.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } == [
                "all.yaml: ControllerCompute!", "compute-old.yaml: Compute",
                "controller-old.yaml: Controller", "network/config/a/c.yaml: Compute",
                "network/config/a/controller.yaml: Controller", "network/ext.yaml: ext",
                "network/inside.yaml: inside", "network/ports/ext.yaml: Ext 0",
                "network/ports/inside.yaml: In 2", "puppet/controller-role.yaml: Controller 3",
            ])
    }
}
