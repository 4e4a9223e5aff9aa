import Hardware
import IPMI

/// A controller that is spoken to over IPMI.
struct WiredIPMI: WiredController {
    let driver: IPMIController<IPMIWay>
    let news: ControllerNews
}
