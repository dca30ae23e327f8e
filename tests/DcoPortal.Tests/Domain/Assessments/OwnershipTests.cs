using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Assessments;

public sealed class OwnershipTests
{
    private static readonly Guid Authority = Guid.NewGuid();
    private static readonly CaseOwner Carol = new(Guid.NewGuid(), "Carol Whitaker", Authority);

    private readonly Assessment _case = new(Guid.CreateVersion7(), "LCC-26-00001", Authority, Guid.NewGuid(), ClockEvent.RequestReceived, Day.Of("2026-04-01"), Day.Of("2026-05-01"), new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc),
        new ChildOrYoungPerson { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) }, new FamilyView(), new EducationSetting());

    [Fact]
    public void A_case_is_handed_to_a_colleague_once_and_back_to_nobody()
    {
        Assert.Null(_case.OwnerUserId);
        var given = _case.HandOver(Carol, null);
        Assert.Equal(("Nobody", "Carol Whitaker"), (given!.Before, given.After));
        Assert.Equal(Carol.UserId, _case.OwnerUserId);
        Assert.Null(_case.HandOver(Carol, Carol.Name));
        var back = _case.HandOver(null, Carol.Name);
        Assert.Equal(("Carol Whitaker", "Nobody"), (back!.Before, back.After));
        Assert.Null(_case.OwnerUserId);
    }

    [Fact]
    public void A_case_is_never_that_of_another_organisation()
    {
        Assert.Throws<DomainRuleException>(() => _case.HandOver(Carol with { LocalAuthorityId = Guid.NewGuid() }, null));
        Assert.Throws<DomainRuleException>(() => _case.HandOver(Carol with { LocalAuthorityId = null }, null));
        Assert.Null(_case.OwnerUserId);
    }
}
