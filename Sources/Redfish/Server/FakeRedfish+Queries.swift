/// Reading, and what a query makes of it (DSP0266, query parameters).
extension FakeRedfish {
    mutating func read(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        var response = try content(call)
        response.fields.add("Allow", HTTPMethod.list(call.address.kind.methods))
        return response
    }

    private mutating func content(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        if call.address.kind == .taskMonitor { return try readMonitor(call) }
        if call.address.kind == .metadata { return Self.metadata }
        let body = try body(call.address, call.now)
        let tag = EntityTag.of(body.encoded())
        var fields: HTTPFields = ["ETag": tag]
        if let known = call.request.fields["If-None-Match"], EntityTag.matches(known, tag) {
            return RedfishResponse(304, fields: fields)
        }
        let shown = try apply(call.target.parameters, to: body, call.now)
        if let type = shown["@odata.type"]?.text, let schema = RedfishSchema(type: type) {
            fields.add("Link", "<\(schema.address).json>; rel=describedby")
        }
        return RedfishResponse(200, fields: fields, json: Self.tagged(shown, tag))
    }

    /// The ETag stands in the resource too, where it has one.
    static func tagged(_ body: JSON, _ tag: String) -> JSON {
        guard var object = body.object, object["@odata.id"] != nil else { return body }
        object["@odata.etag"] = .text(tag)
        return .object(object)
    }

    private mutating func apply(
        _ parameters: [RequestTarget.Parameter], to body: JSON, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        let query = try RedfishQuery(parameters)
        guard var object = body.object else { return body }
        if object["Members"]?.list != nil {
            try applyPaging(query, to: &object, now)
        } else if let name = query.collectionOnly {
            throw .queryOnOther(name)
        }
        if !query.select.isEmpty {
            let kept = object.members.filter { member in
                member.name.hasPrefix("@odata.") || query.select.contains(member.name)
                    || query.select.contains { member.name.hasPrefix($0 + "@") }
            }
            object = JSONObject(kept)
        }
        return .object(object)
    }

    private mutating func applyPaging(
        _ query: RedfishQuery, to object: inout JSONObject, _ now: Duration
    ) throws(RedfishFault) {
        guard var members = object["Members"]?.list else { return }
        if query.isOnly, members.count == 1, let address = ResourceAddress(link: members[0]) {
            guard let only = try body(address, now).object else { return }
            object = only
            return
        }
        if let filter = query.filter {
            var kept: [JSON] = []
            for member in members {
                let whole = try expanded(member, now)
                if filter.accepts(whole) { kept.append(member) }
            }
            members = kept
            object["Members@odata.count"] = .integer(kept.count)
        }
        let total = members.count
        let start = min(query.skip, total)
        let page = min(query.top ?? profile.pageSize ?? total, profile.pageSize ?? total)
        members = Array(members[start...].prefix(page))
        if query.expands {
            members = try members.prefix(RedfishLimits.expandedMembers).map {
                member throws(RedfishFault) in try expanded(member, now)
            }
        }
        object["Members"] = .list(members)
        // A page that ends because the asker wanted no more has no next one.
        guard start + page < total, query.top ?? total > page else { return }
        let path = object["@odata.id"]?.text ?? ""
        object["Members@odata.nextLink"] = .text(query.next(path, skip: start + page, taken: page))
    }

    /// A member in full, where it is a link.
    private mutating func expanded(_ member: JSON, _ now: Duration) throws(RedfishFault) -> JSON {
        guard let object = member.object, object.members.count == 1,
            let address = ResourceAddress(link: member)
        else { return member }
        return try body(address, now)
    }

    /// The metadata document: where the schemas of all resources are (DSP0266, OData metadata).
    static var metadata: RedfishResponse {
        let references = RedfishSchema.all.map { schema in
            let both = [schema.name, schema.versioned]
            let names = schema.name == schema.versioned ? [schema.name] : both
            let parts = names.map { "<edmx:Include Namespace=\"\($0)\"/>" }.joined()
            return "<edmx:Reference Uri=\"\(schema.document)\">\(parts)</edmx:Reference>"
        }
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<edmx:Edmx xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\" Version=\"4.0\">"
            + references.joined()
            + "<edmx:DataServices><Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\" "
            + "Namespace=\"Service\"><EntityContainer Name=\"Service\" "
            + "Extends=\"\(RedfishSchema.root.versioned).ServiceContainer\"/></Schema>"
            + "</edmx:DataServices></edmx:Edmx>"
        return RedfishResponse(
            200, fields: ["Content-Type": "application/xml; charset=utf-8"],
            body: Array(text.utf8))
    }
}
