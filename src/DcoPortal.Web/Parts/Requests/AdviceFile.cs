using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>A document as the pages list it.</summary>
public sealed record AdviceFile(Guid Id, string FileName, long SizeBytes, string UploadedByName, DateTime UploadedUtc);
