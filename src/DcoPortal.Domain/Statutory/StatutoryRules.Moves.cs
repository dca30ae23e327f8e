namespace DcoPortal.Domain.Statutory;

// a plan that moves to another area (regulation 15) or another board (regulation 16)
public static partial class StatutoryRules
{
    private static StatutoryRule[] OfMoves =>
    [
        new()
        {
            Key = "plan-transfer-on-move",
            Kind = DeadlineKind.PlanTransfer,
            Holder = DutyHolder.OldLocalAuthority,
            Duty = "transfer the plan",
            Limit = new(0, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.MovedArea,
            DoneBy = ClockEvent.PlanTransferred,
            Citation = "regulation 15(2)",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the new local authority tells the family what it will do with the plan",
            WhenSeveral = WhenSeveral.LaterCounts,
        },
        new()
        {
            Key = "plan-transfer-when-aware",
            Kind = DeadlineKind.PlanTransfer,
            Holder = DutyHolder.OldLocalAuthority,
            Duty = "transfer the plan",
            Limit = new(15, TimeUnit.WorkingDays, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.OldAuthorityLearnedOfMove,
            DoneBy = ClockEvent.PlanTransferred,
            Citation = "regulation 15(2)",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the new local authority tells the family what it will do with the plan",
            WhenSeveral = WhenSeveral.LaterCounts,
            NotBefore = ClockEvent.MovedArea,
            Note = "Counts when the authority was not aware 15 working days before the move: then it ends after the move, so that the later of the two dates is always the right one.",
        },
        new()
        {
            Key = "transfer-notice",
            Kind = DeadlineKind.TransferNotice,
            Holder = DutyHolder.NewLocalAuthority,
            Duty = "tell the parent or young person that the plan was transferred, whether it will assess and when it will review,",
            Limit = new(6, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.PlanTransferred,
            Citation = "regulation 15(4)",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the new local authority reviews the plan or assesses",
        },
        new()
        {
            Key = "transfer-review-of-plan",
            Kind = DeadlineKind.ReviewAfterTransfer,
            Holder = DutyHolder.NewLocalAuthority,
            Duty = "review the plan for the first time",
            Limit = new(12, TimeUnit.Months, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.PlanMadeOrReviewed,
            Citation = "regulation 15(5)(a)",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the plan is reviewed every year",
            WhenSeveral = WhenSeveral.LaterCounts,
        },
        new()
        {
            Key = "transfer-review-of-transfer",
            Kind = DeadlineKind.ReviewAfterTransfer,
            Holder = DutyHolder.NewLocalAuthority,
            Duty = "review the plan for the first time",
            Limit = new(3, TimeUnit.Months, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.PlanTransferred,
            Citation = "regulation 15(5)(b)",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the plan is reviewed every year",
            WhenSeveral = WhenSeveral.LaterCounts,
        },
        new()
        {
            Key = "board-change-on-move",
            Kind = DeadlineKind.CommissionerChangeNotice,
            Holder = DutyHolder.OldIcb,
            Duty = "tell the new integrated care board",
            Limit = new(0, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.MovedBoard,
            Citation = "regulation 16",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the new board arranges the health provision in the plan",
            WhenSeveral = WhenSeveral.LaterCounts,
            IsConfirmed = false,
            Note = "In the words of the Code of Practice, as a local answer to families prints them.",
        },
        new()
        {
            Key = "board-change-when-aware",
            Kind = DeadlineKind.CommissionerChangeNotice,
            Holder = DutyHolder.OldIcb,
            Duty = "tell the new integrated care board",
            Limit = new(15, TimeUnit.WorkingDays, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.OldIcbLearnedOfMove,
            Citation = "regulation 16",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the new board arranges the health provision in the plan",
            WhenSeveral = WhenSeveral.LaterCounts,
            NotBefore = ClockEvent.MovedBoard,
            IsConfirmed = false,
            Note = "In the words of the Code of Practice, as a local answer to families prints them.",
        },
        new()
        {
            Key = "board-asks-authority",
            Kind = DeadlineKind.NewBoardAsksAuthority,
            Holder = DutyHolder.NewIcb,
            Duty = "ask the local authority to assess again or to review the plan",
            OnlyIf = "it cannot practicably arrange the health provision in the plan",
            Limit = new(15, TimeUnit.WorkingDays, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.NewIcbLearnedOfMove,
            Citation = "regulation 16",
            Routes = [OriginRoute.TransferFromAnotherAuthority],
            Next = "the local authority assesses again or reviews the plan",
            Besides = "Where it can arrange the provision nothing is owed by this day.",
            IsConfirmed = false,
            Note = "In the words of the Code of Practice, as a local answer to families prints them. That the first day counts is the careful reading.",
        },
    ];
}
