/// What the end of a file's name says about its content.
enum FileEnding {
    case json, yaml, rows

    /// Samples are often called `baremetal.json.example`, so the last ending that is known counts;
    /// nil where none is.
    init?(_ file: String) {
        let name = file.lowercased().split(separator: "/").last ?? ""
        for part in name.split(separator: ".").dropFirst().reversed() {
            switch part {
            case "json":
                self = .json
                return
            case "yaml", "yml":
                self = .yaml
                return
            case "csv":
                self = .rows
                return
            default: continue
            }
        }
        return nil
    }
}
