import OrderedCollections
import World

extension StackEngine {
    /// What an update to a tree would do.
    func preview(
        _ stack: Stored<StackRecord>, _ tree: StackTree
    ) async throws(StackFault) -> StackPreview {
        let records = try await StackFault.ofStore { () throws(StoreError) in
            try await reader.records(of: stack.document.id)
        }
        let plan = try StackFault.ofTemplate { () throws(TemplateProblem) in
            try StackPlan(stack.document, tree, records.map(\.document))
        }
        let board = StackBoard(stack, tree, plan, records, events: 0)
        var preview = StackPreview()
        for definition in tree.facts.resources.values {
            try await sort(definition, board, into: &preview)
        }
        let present = records.map(\.document).filter(board.isPresent)
        preview.deleted = present.map(\.name).filter { plan.needs[$0] == nil }
        return preview
    }

    private func sort(
        _ definition: ResourceDefinition, _ board: StackBoard, into preview: inout StackPreview
    ) async throws(StackFault) {
        let name = definition.name
        guard let record = board.present(name) else { return preview.added.append(name) }
        let after = try await resolved(definition, board)
        let change = try await change(from: record, to: after, board)
        switch try await decision(on: record, after, change, board) {
        case .unchanged, .refused: preview.unchanged.append(name)
        case .update: preview.updated.append(name)
        case .replace: preview.replaced.append(name)
        }
    }
}
