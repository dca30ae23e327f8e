using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>One service that has no advice.</summary>
public sealed record NilLine(Guid RequestId, string Service, string Provider, DateOnly AnsweredOn, string Reason, string? Note);
