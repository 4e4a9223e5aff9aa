/// `Fn::GetAZs`: the availability zones, of whatever region.
struct GetAZs: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) -> TemplateValue {
        .list(scope.availabilityZones.map(TemplateValue.string))
    }
}
