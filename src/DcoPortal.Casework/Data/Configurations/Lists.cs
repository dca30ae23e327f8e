using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Lists;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> b)
    {
        b.ToTable("SavedViews");
        b.Property(v => v.Id).ValueGeneratedNever();
        b.Property(v => v.List).HasMaxLength(40);
        b.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        b.Property(v => v.NameKey).HasMaxLength(SavedView.NameLength);
        b.Property(v => v.Query).HasMaxLength(SavedView.QueryLength);
        b.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.UserId);
        b.HasIndex(v => new { v.UserId, v.List, v.NameKey }).IsUnique();
    }
}
