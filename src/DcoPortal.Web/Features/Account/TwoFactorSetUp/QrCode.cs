using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace DcoPortal.Web.Features.Account.TwoFactorSetUp;

/// <summary>A QR code as one SVG path, with the blank border scanners need: no image file, no style, no script.</summary>
internal static class QrCode
{
    public static IHtmlContent Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x]) { path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z"); }
            }
        }
        var size = data.ModuleMatrix.Count;
        return new HtmlContentBuilder().AppendFormat(CultureInfo.InvariantCulture,
            "<svg role=\"img\" aria-label=\"{0}\" width=\"240\" height=\"240\" viewBox=\"0 0 {1} {1}\" shape-rendering=\"crispEdges\" focusable=\"false\"><rect width=\"{1}\" height=\"{1}\" fill=\"#fff\"/><path d=\"{2}\" fill=\"#000\"/></svg>",
            label, size, path.ToString());
    }
}
