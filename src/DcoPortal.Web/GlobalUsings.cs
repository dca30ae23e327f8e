// The words that every page speaks: the law, the case, the floor it stands on and how it is shown. A feature or a part is never among them.
global using DcoPortal.Casework.Access;
global using DcoPortal.Casework.Audit;
global using DcoPortal.Casework.Data;
global using DcoPortal.Casework.Lists;
global using DcoPortal.Casework.Saving;
global using DcoPortal.Casework.Text;
global using DcoPortal.Casework.Time;
global using DcoPortal.Domain.Access;
global using DcoPortal.Domain.Assessments;
global using DcoPortal.Domain.Facts;
global using DcoPortal.Domain.Requests;
global using DcoPortal.Domain.Statutory;
global using DcoPortal.Web.Platform.Forms;
global using DcoPortal.Web.Platform.SignIn;
global using DcoPortal.Web.Platform.Ui;
global using Microsoft.AspNetCore.Mvc;
global using Microsoft.EntityFrameworkCore;
