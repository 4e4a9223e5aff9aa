import ArgumentParser

/// `updraft plan …`: clouds as roles, counts and values, which templates are made of.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Keeps plans of clouds, and makes Heat templates of them, as Tuskar did.",
        discussion: """
            A plan has roles, each a template with a number of servers, and values for what the \
            templates want to know. Every change makes another version; none is lost:

              updraft plan create cloud
              updraft plan add-role cloud compute.yaml --count 3
              updraft plan set cloud compute-1::Image=overcloud-full
              updraft plan scale cloud compute 5
              updraft plan export cloud --output cloud
              updraft stack validate cloud/plan.yaml -e cloud/environment.yaml

            Exit status: 0 done, 64 something named or given is wrong.
            """,
        subcommands: [
            PlanCreateCommand.self, PlanListCommand.self, PlanShowCommand.self,
            PlanAddRoleCommand.self, PlanRemoveRoleCommand.self, PlanSetCommand.self,
            PlanScaleCommand.self, PlanVersionsCommand.self, PlanRestoreCommand.self,
            PlanExportCommand.self, PlanDeleteCommand.self,
        ]
    )
}
