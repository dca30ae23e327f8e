// Namespaces that every use case uses: the domain, the scope, the audit trail, the clock and saving.
global using DcoPortal.Casework.Access;
global using DcoPortal.Casework.Audit;
global using DcoPortal.Casework.Data;
global using DcoPortal.Casework.Saving;
global using DcoPortal.Casework.Text;
global using DcoPortal.Casework.Time;
global using DcoPortal.Domain.Access;
global using DcoPortal.Domain.Assessments;
global using DcoPortal.Domain.Directory;
global using DcoPortal.Domain.Facts;
global using DcoPortal.Domain.Requests;
global using DcoPortal.Domain.Statutory;
global using Microsoft.EntityFrameworkCore;
