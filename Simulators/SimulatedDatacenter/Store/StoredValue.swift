import World

/// The contents of one document, as it arrived.
///
/// Typed values are kept without encoding them: large runs make a hundred thousand writes. Those
/// that arrived encoded stay so, because their version must still be told when they are archived.
enum StoredValue: Sendable {
    case value(any StoredDocument)
    case encoded(EncodedDocument)
    /// Arrived encoded, and has been read since.
    case decoded(EncodedDocument, any StoredDocument)

    var encoded: EncodedDocument {
        switch self {
        case .value(let document): EncodedDocument(document)
        case .encoded(let document), .decoded(let document, _): document
        }
    }

    /// The value, where it has one yet.
    var document: (any StoredDocument)? {
        switch self {
        case .value(let document), .decoded(_, let document): document
        case .encoded: nil
        }
    }

    /// The form it arrived in, where that was encoded.
    var original: EncodedDocument? {
        switch self {
        case .value: nil
        case .encoded(let document), .decoded(let document, _): document
        }
    }

    /// - Throws: ``StoreError/newerVersion(_:found:supported:)`` or ``StoreError/corrupt(_:)``.
    mutating func read<Document: StoredDocument>(
        as type: Document.Type
    ) throws(StoreError) -> Document {
        switch self {
        case .value(let document), .decoded(_, let document):
            if let document = document as? Document { return document }
            // The kind is shared by two layouts of the type, which meet in the encoded form only.
            return try encoded.decoded(as: type)
        case .encoded(let original):
            let document = try original.decoded(as: type)
            self = .decoded(original, document)
            return document
        }
    }
}
